/// What a node may say, architecture's list of kinds. One case per kind understood by this version.
public enum Entry: Sendable {
    case node(NodeEntry)
    case keyRotation(KeyRotationEntry)
    case keyCountersignature(KeyCountersignatureEntry)
    case keyRetirement(KeyRetirementEntry)
    case epochOpened(EpochOpenedEntry)
    case epochClosed(EpochClosedEntry)
    case section(SectionEntry)
    case readings(ReadingsEntry)
    case readingsCorrection(ReadingsCorrectionEntry)
    case readingsEndorsement(ReadingsEndorsementEntry)
    case scheme(SchemeEntry)
    case agreement(AgreementEntry)
    case agreementSignature(AgreementSignatureEntry)
    case proposal(ProposalEntry)
    case acceptance(AcceptanceEntry)
    case objection(ObjectionEntry)
    case verdict(VerdictEntry)
    case reward(RewardEntry)
    case deduction(DeductionEntry)

    var body: any EntryBody {
        switch self {
        case .node(let body): body
        case .keyRotation(let body): body
        case .keyCountersignature(let body): body
        case .keyRetirement(let body): body
        case .epochOpened(let body): body
        case .epochClosed(let body): body
        case .section(let body): body
        case .readings(let body): body
        case .readingsCorrection(let body): body
        case .readingsEndorsement(let body): body
        case .scheme(let body): body
        case .agreement(let body): body
        case .agreementSignature(let body): body
        case .proposal(let body): body
        case .acceptance(let body): body
        case .objection(let body): body
        case .verdict(let body): body
        case .reward(let body): body
        case .deduction(let body): body
        }
    }

    /// The value of `"kind"`.
    public var kind: String { type(of: body).kind }

    /// The kind that begins the log of a later epoch.
    public static let openingKind = EpochOpenedEntry.kind

    init(kind: String, fields: inout FieldReader) throws(EntryProblem) {
        switch kind {
        case NodeEntry.kind: self = .node(try NodeEntry(fields: &fields))
        case KeyRotationEntry.kind: self = .keyRotation(try KeyRotationEntry(fields: &fields))
        case KeyCountersignatureEntry.kind: self = .keyCountersignature(try KeyCountersignatureEntry(fields: &fields))
        case KeyRetirementEntry.kind: self = .keyRetirement(try KeyRetirementEntry(fields: &fields))
        case EpochOpenedEntry.kind: self = .epochOpened(try EpochOpenedEntry(fields: &fields))
        case EpochClosedEntry.kind: self = .epochClosed(try EpochClosedEntry(fields: &fields))
        case SectionEntry.kind: self = .section(try SectionEntry(fields: &fields))
        case ReadingsEntry.kind: self = .readings(try ReadingsEntry(fields: &fields))
        case ReadingsCorrectionEntry.kind: self = .readingsCorrection(try ReadingsCorrectionEntry(fields: &fields))
        case ReadingsEndorsementEntry.kind: self = .readingsEndorsement(try ReadingsEndorsementEntry(fields: &fields))
        case SchemeEntry.kind: self = .scheme(try SchemeEntry(fields: &fields))
        case AgreementEntry.kind: self = .agreement(try AgreementEntry(fields: &fields))
        case AgreementSignatureEntry.kind: self = .agreementSignature(try AgreementSignatureEntry(fields: &fields))
        case ProposalEntry.kind: self = .proposal(try ProposalEntry(fields: &fields))
        case AcceptanceEntry.kind: self = .acceptance(try AcceptanceEntry(fields: &fields))
        case ObjectionEntry.kind: self = .objection(try ObjectionEntry(fields: &fields))
        case VerdictEntry.kind: self = .verdict(try VerdictEntry(fields: &fields))
        case RewardEntry.kind: self = .reward(try RewardEntry(fields: &fields))
        case DeductionEntry.kind: self = .deduction(try DeductionEntry(fields: &fields))
        default: throw EntryProblem(.unknownKind, kind)
        }
    }
}

extension Entry {
    /// Whether two entries say the same, wherever and whenever they were said.
    public func saysTheSame(as other: Entry) -> Bool {
        CanonicalJSON.encode(.members([("kind", .string(kind))] + body.fields))
            == CanonicalJSON.encode(.members([("kind", .string(other.kind))] + other.body.fields))
    }
}
