public import Compensation

/// A time in which a section is not assessed 断面暂停考核, both ends included, and why.
public struct SectionSuspension: Hashable, Sendable {
    public let from: Period
    public let to: Period
    public let reason: String

    /// `nil` where it ends before it begins.
    public init?(from: Period, to: Period, reason: String) {
        guard from.start < to.end else { return nil }
        self.from = from
        self.to = to
        self.reason = reason
    }

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        let from = try fields.parsed("from") { Period($0) }
        let to = try fields.parsed("to") { Period($0) }
        let reason = try fields.string("reason", limit: 1000)
        try fields.finish()
        guard let suspension = SectionSuspension(from: from, to: to, reason: reason) else {
            throw EntryProblem(.fieldInvalid, "\(path).to")
        }
        self = suspension
    }

    var json: JSONValue {
        .members([("from", .string(from.text)), ("to", .string(to.text)), ("reason", .string(reason))])
    }

    public func contains(_ time: CivilTime) -> Bool { from.start <= time && time < to.end }
}
