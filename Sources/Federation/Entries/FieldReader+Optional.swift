/// Fields that may be absent. What is there is not empty and not what absence means, so that nothing can be said
/// in two ways.
extension FieldReader {
    mutating func optionalArray<T>(
        _ name: String, limit: Int, _ element: (JSONValue, String) throws(EntryProblem) -> T
    ) throws(EntryProblem) -> [T] {
        guard optional(name) != nil else { return [] }
        let values = try array(name, limit: limit, element)
        guard !values.isEmpty else { throw invalid(name) }
        return values
    }

    mutating func optionalText(_ name: String, limit: Int = 256) throws(EntryProblem) -> String? {
        guard optional(name) != nil else { return nil }
        return try string(name, limit: limit)
    }

    mutating func optionalParsed<T>(_ name: String, _ parse: (String) -> T?) throws(EntryProblem) -> T? {
        guard optional(name) != nil else { return nil }
        return try parsed(name, parse)
    }

    mutating func optionalNumber(_ name: String, in range: ClosedRange<Int>) throws(EntryProblem) -> Int? {
        guard optional(name) != nil else { return nil }
        guard let number = Int(exactly: try integer(name)), range.contains(number) else { throw invalid(name) }
        return number
    }

    mutating func optionalReference(_ name: String) throws(EntryProblem) -> EntryReference? {
        guard optional(name) != nil else { return nil }
        return try reference(name)
    }

    /// Places in ascending order, none twice.
    mutating func optionalPlaces(_ name: String, limit: Int = 200) throws(EntryProblem) -> [EntryReference] {
        let places = try optionalArray(name, limit: limit) { value, path throws(EntryProblem) in
            try EntryReference(json: value, path: path)
        }
        guard zip(places, places.dropFirst()).allSatisfy({ $0 < $1 }) else { throw invalid(name) }
        return places
    }

    /// `true`, or absent for no.
    mutating func flag(_ name: String) throws(EntryProblem) -> Bool {
        switch optional(name) {
        case nil: return false
        case .bool(true): return true
        default: throw invalid(name)
        }
    }
}

extension JSONValue {
    /// Left out where there are none.
    static func places(_ places: [EntryReference]) -> JSONValue? {
        places.isEmpty ? nil : .array(places.map(\.json))
    }
}
