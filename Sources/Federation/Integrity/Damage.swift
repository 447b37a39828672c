public import TransparencyLog

/// One thing in a store that is not as it was written or signed: a finding, never an error.
public struct Damage: Hashable, Sendable {
    public let code: DamageCode
    /// The log concerned; `nil` when the file as a whole is, or a record that belongs to no log.
    public let log: LogOrigin?
    public let place: DamagePlace
    /// What should be there; hashes in hexadecimal, otherwise English text for the log.
    public let expected: String
    /// What is there.
    public let found: String

    public init(
        _ code: DamageCode, log: LogOrigin? = nil, _ place: DamagePlace, expected: String = "", found: String = ""
    ) {
        self.code = code
        self.log = log
        self.place = place
        self.expected = expected
        self.found = found
    }

    /// Whether serving `resource` of `log` would pass the damage on.
    public func spoils(_ resource: LogResource, of log: LogOrigin) -> Bool {
        guard let own = self.log else { return code.isIntegrity }
        return own == log && place.lies(in: resource)
    }

    /// One line of English for the log: code, log, place, what was expected and found.
    public var text: String {
        let values = [("expected", expected), ("found", found)].filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }
        return ([code.rawValue, log?.text ?? "", place.text] + values).filter { !$0.isEmpty }.joined(separator: " ")
    }
}
