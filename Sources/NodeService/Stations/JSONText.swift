/// JSON as it comes from outside (RFC 8259): numbers as they are written, no name twice, little depth.
///
/// Logs have a reader of their own, which takes canonical bytes only.
indirect enum JSONText {
    case object([(name: String, value: JSONText)])
    case array([JSONText])
    case string(String)
    case number(String)
    case bool(Bool)
    case null

    /// What cannot be read, with the offset of the byte where reading stopped.
    struct Problem: Error, Equatable {
        enum Reason: String {
            case notUTF8 = "not UTF-8"
            case syntax
            case duplicateName = "a name appears twice"
            case tooDeep = "too deep"
        }

        let reason: Reason
        let offset: Int
    }

    static func read(_ bytes: [UInt8]) throws(Problem) -> JSONText {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Problem(reason: .notUTF8, offset: 0) }
        var reader = JSONTextReader(bytes)
        return try reader.document()
    }
}
