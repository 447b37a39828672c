import Compensation
import TransparencyLog

/// Takes the fields of one JSON object by name and refuses what is missing, of the wrong type or left over.
struct FieldReader {
    private let object: JSONObject
    private let path: String
    private var taken: [String] = []

    init(_ value: JSONValue, path: String = "") throws(EntryProblem) {
        guard case .object(let object) = value else { throw EntryProblem(.fieldInvalid, path) }
        self.object = object
        self.path = path
    }

    private func place(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

    func invalid(_ name: String) -> EntryProblem { EntryProblem(.fieldInvalid, place(name)) }

    mutating func optional(_ name: String) -> JSONValue? {
        taken.append(name)
        return object[name]
    }

    mutating func value(_ name: String) throws(EntryProblem) -> JSONValue {
        guard let value = optional(name) else { throw EntryProblem(.fieldMissing, place(name)) }
        return value
    }

    /// Text of 1 to `limit` bytes.
    mutating func string(_ name: String, limit: Int = 256) throws(EntryProblem) -> String {
        guard case .string(let text) = try value(name), (1...limit).contains(text.utf8.count) else {
            throw invalid(name)
        }
        return text
    }

    mutating func integer(_ name: String) throws(EntryProblem) -> Int64 {
        guard case .integer(let number) = try value(name) else { throw invalid(name) }
        return number
    }

    mutating func index(_ name: String) throws(EntryProblem) -> Int {
        guard let number = Int(exactly: try integer(name)), number >= 0 else { throw invalid(name) }
        return number
    }

    /// Text that a type of ours understands.
    mutating func parsed<T>(_ name: String, _ parse: (String) -> T?) throws(EntryProblem) -> T {
        guard let value = parse(try string(name)) else { throw invalid(name) }
        return value
    }

    mutating func digest(_ name: String) throws(EntryProblem) -> ContentDigest {
        try parsed(name) { ContentDigest(hex: $0) }
    }

    /// Bytes in canonical base64, exactly as many as said.
    mutating func base64(_ name: String, bytes count: Int) throws(EntryProblem) -> [UInt8] {
        try parsed(name) { Base64.decode($0).flatMap { $0.count == count ? $0 : nil } }
    }

    mutating func reference(_ name: String) throws(EntryProblem) -> EntryReference {
        try EntryReference(json: try value(name), path: place(name))
    }

    mutating func array<T>(
        _ name: String, limit: Int, _ element: (JSONValue, String) throws(EntryProblem) -> T
    ) throws(EntryProblem) -> [T] {
        guard case .array(let values) = try value(name), values.count <= limit else { throw invalid(name) }
        var result: [T] = []
        for (position, value) in values.enumerated() {
            result.append(try element(value, "\(place(name))[\(position)]"))
        }
        return result
    }

    /// Called last: a field nobody asked for means a writer with other rules than ours.
    func finish() throws(EntryProblem) {
        for member in object.members where !taken.contains(where: { $0.sameBytes(as: member.name) }) {
            throw EntryProblem(.fieldUnknown, place(member.name))
        }
    }
}

extension EntryReference {
    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        log = try fields.parsed("log") { LogOrigin($0) }
        index = try fields.index("index")
        try fields.finish()
    }

    var json: JSONValue { .members([("log", .string(log.text)), ("index", .integer(Int64(index)))]) }
}
