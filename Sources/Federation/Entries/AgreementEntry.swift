public import Compensation
public import TransparencyLog

/// `agreement` 协议: which parties bind themselves to which scheme, for how long, in which channel, with which
/// values and duties. In force once every party has recorded an `agreement-signature` over its digest.
public struct AgreementEntry: EntryBody {
    static let kind = "agreement"

    public let agreement: AgreementID
    public let channel: ChannelName
    /// Sorted by code.
    public let parties: [PartyCode]
    public let schemeDigest: ContentDigest
    /// May lie before the signatures.
    public let validFrom: Period
    public let validTo: Period
    /// The scheme whose minimum standards bind this agreement.
    public let parentSchemeDigest: ContentDigest?
    /// Earlier versions that this one takes the place of, sorted.
    public let replaces: [ContentDigest]
    /// Values of the scheme's parameters, in the order given.
    public let parameters: [StatedValue]
    /// In order of precedence at each section; of a section without lines every source counts.
    public let authority: [SourceAuthority]
    public let duties: AgreementDuties

    public init(
        agreement: AgreementID, channel: ChannelName, parties: [PartyCode], schemeDigest: ContentDigest,
        validFrom: Period, validTo: Period, parentSchemeDigest: ContentDigest? = nil, replaces: [ContentDigest] = [],
        parameters: [StatedValue] = [], authority: [SourceAuthority] = [],
        duties: AgreementDuties = AgreementDuties()
    ) {
        self.agreement = agreement
        self.channel = channel
        self.parties = parties.sorted()
        self.schemeDigest = schemeDigest
        self.validFrom = validFrom
        self.validTo = validTo
        self.parentSchemeDigest = parentSchemeDigest
        self.replaces = replaces.sorted { $0.hex.precedesInBytes($1.hex) }
        self.parameters = parameters
        self.authority = authority
        self.duties = duties
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
        parentSchemeDigest = try fields.optionalParsed("parent_scheme_digest") { ContentDigest(hex: $0) }
        replaces = try fields.optionalArray("replaces", limit: 20) { value, path throws(EntryProblem) in
            guard case .string(let text) = value, let digest = ContentDigest(hex: text) else {
                throw EntryProblem(.fieldInvalid, path)
            }
            return digest
        }
        guard zip(replaces, replaces.dropFirst()).allSatisfy({ $0.hex.precedesInBytes($1.hex) }) else {
            throw fields.invalid("replaces")
        }
        parameters = try fields.optionalArray("parameters", limit: 200) { value, path throws(EntryProblem) in
            try StatedValue(json: value, path: path)
        }
        authority = try fields.optionalArray("authority", limit: 200) { value, path throws(EntryProblem) in
            try SourceAuthority(json: value, path: path)
        }
        for (position, line) in authority.enumerated()
        where authority[..<position].contains(where: line.isSamePlace) {
            throw fields.invalid("authority")
        }
        duties =
            try fields.optional("terms").map { value throws(EntryProblem) in
                try AgreementDuties(json: value, path: "terms")
            } ?? AgreementDuties()
    }

    var fields: [(String, JSONValue?)] {
        func list(_ values: [JSONValue]) -> JSONValue? { values.isEmpty ? nil : .array(values) }
        return [
            ("agreement", .string(agreement.text)), ("channel", .string(channel.text)),
            ("parties", .array(parties.map { .string($0.text) })), ("scheme_digest", .string(schemeDigest.hex)),
            ("valid_from", .string(validFrom.text)), ("valid_to", .string(validTo.text)),
            ("parent_scheme_digest", parentSchemeDigest.map { .string($0.hex) }),
            ("replaces", list(replaces.map { .string($0.hex) })), ("parameters", list(parameters.map(\.json))),
            ("authority", list(authority.map(\.json))), ("terms", duties.json),
        ]
    }

    /// The values of parameters, as a computation takes them.
    public var supplied: [SuppliedValue] { parameters.map(\.supplied) }
}
