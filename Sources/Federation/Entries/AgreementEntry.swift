public import Compensation
public import TransparencyLog

/// `agreement` 协议: which parties bind themselves to which scheme, for how long, in which channel.
/// In force once every party has recorded an `agreement-signature` over its digest.
public struct AgreementEntry: EntryBody {
    static let kind = "agreement"

    public let agreement: AgreementID
    public let channel: ChannelName
    /// Sorted by code.
    public let parties: [PartyCode]
    public let schemeDigest: ContentDigest
    public let validFrom: Period
    public let validTo: Period

    public init(
        agreement: AgreementID, channel: ChannelName, parties: [PartyCode], schemeDigest: ContentDigest,
        validFrom: Period, validTo: Period
    ) {
        self.agreement = agreement
        self.channel = channel
        self.parties = parties.sorted()
        self.schemeDigest = schemeDigest
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// SHA-256 of the terms alone (no log, no time), so that every party signs the same digest
    /// whoever drafted and whenever.
    public var digest: ContentDigest { ContentDigest(of: CanonicalJSON.encode(.members(fields))) }

    init(fields: inout FieldReader) throws(EntryProblem) {
        agreement = try fields.parsed("agreement") { AgreementID($0) }
        channel = try fields.parsed("channel") { ChannelName($0) }
        parties = try fields.array("parties", limit: 40) { value, path throws(EntryProblem) in
            guard case .string(let text) = value, let code = PartyCode(text) else {
                throw EntryProblem(.fieldInvalid, path)
            }
            return code
        }
        guard parties.count >= 2, zip(parties, parties.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw fields.invalid("parties")
        }
        schemeDigest = try fields.digest("scheme_digest")
        validFrom = try fields.parsed("valid_from") { Period($0) }
        validTo = try fields.parsed("valid_to") { Period($0) }
    }

    var fields: [(String, JSONValue?)] {
        [
            ("agreement", .string(agreement.text)), ("channel", .string(channel.text)),
            ("parties", .array(parties.map { .string($0.text) })), ("scheme_digest", .string(schemeDigest.hex)),
            ("valid_from", .string(validFrom.text)), ("valid_to", .string(validTo.text)),
        ]
    }
}
