import Compensation
import TransparencyLog

/// What entries about money have in common.
extension FieldReader {
    /// An amount of at least `least` fen.
    mutating func amount(_ name: String, least: Int64 = 1) throws(EntryProblem) -> Fen {
        let fen = try integer(name)
        guard fen >= least else { throw invalid(name) }
        return Fen(fen)
    }

    mutating func party(_ name: String) throws(EntryProblem) -> PartyCode { try parsed(name) { PartyCode($0) } }

    /// Members in strictly ascending order, none twice.
    mutating func ascending<T: Comparable>(
        _ name: String, limit: Int, _ element: (JSONValue, String) throws(EntryProblem) -> T
    ) throws(EntryProblem) -> [T] {
        let found = try array(name, limit: limit, element)
        guard zip(found, found.dropFirst()).allSatisfy({ $0 < $1 }) else { throw invalid(name) }
        return found
    }
}

extension JSONValue {
    static func amount(_ fen: Fen) -> JSONValue { .integer(fen.count) }
}
