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
    case agreementFiling(AgreementFilingEntry)
    case agreementFiled(AgreementFiledEntry)
    case agreementEnd(AgreementEndEntry)
    case proposal(ProposalEntry)
    case acceptance(AcceptanceEntry)
    case objection(ObjectionEntry)
    case facts(FactsEntry)
    case factsEndorsement(FactsEndorsementEntry)
    case exemptionRequest(ExemptionRequestEntry)
    case exemptionApproval(ExemptionApprovalEntry)
    case verdict(VerdictEntry)
    case reward(RewardEntry)
    case deduction(DeductionEntry)
    case award(AwardEntry)
    case basinAccount(BasinAccountEntry)
    case incident(IncidentEntry)
    case incidentRuling(IncidentRulingEntry)
    case levy(LevyEntry)
    case levyCharge(LevyChargeEntry)
    case clearing(ClearingEntry)
    case payment(PaymentEntry)
    case paymentReceived(PaymentReceivedEntry)
    case forcedDeduction(ForcedDeductionEntry)
    case inKind(InKindEntry)
    case inKindAcceptance(InKindAcceptanceEntry)
    case split(SplitEntry)
    case fundUse(FundUseEntry)
    case fundReport(FundReportEntry)

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
        case .agreementFiling(let body): body
        case .agreementFiled(let body): body
        case .agreementEnd(let body): body
        case .proposal(let body): body
        case .acceptance(let body): body
        case .objection(let body): body
        case .facts(let body): body
        case .factsEndorsement(let body): body
        case .exemptionRequest(let body): body
        case .exemptionApproval(let body): body
        case .verdict(let body): body
        case .reward(let body): body
        case .deduction(let body): body
        case .award(let body): body
        case .basinAccount(let body): body
        case .incident(let body): body
        case .incidentRuling(let body): body
        case .levy(let body): body
        case .levyCharge(let body): body
        case .clearing(let body): body
        case .payment(let body): body
        case .paymentReceived(let body): body
        case .forcedDeduction(let body): body
        case .inKind(let body): body
        case .inKindAcceptance(let body): body
        case .split(let body): body
        case .fundUse(let body): body
        case .fundReport(let body): body
        }
    }

    /// What it says besides when and in which log, as it is written.
    public var fields: JSONValue { .members(body.fields) }

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
        case AgreementFilingEntry.kind: self = .agreementFiling(try AgreementFilingEntry(fields: &fields))
        case AgreementFiledEntry.kind: self = .agreementFiled(try AgreementFiledEntry(fields: &fields))
        case AgreementEndEntry.kind: self = .agreementEnd(try AgreementEndEntry(fields: &fields))
        case ProposalEntry.kind: self = .proposal(try ProposalEntry(fields: &fields))
        case AcceptanceEntry.kind: self = .acceptance(try AcceptanceEntry(fields: &fields))
        case ObjectionEntry.kind: self = .objection(try ObjectionEntry(fields: &fields))
        case FactsEntry.kind: self = .facts(try FactsEntry(fields: &fields))
        case FactsEndorsementEntry.kind: self = .factsEndorsement(try FactsEndorsementEntry(fields: &fields))
        case ExemptionRequestEntry.kind: self = .exemptionRequest(try ExemptionRequestEntry(fields: &fields))
        case ExemptionApprovalEntry.kind: self = .exemptionApproval(try ExemptionApprovalEntry(fields: &fields))
        case VerdictEntry.kind: self = .verdict(try VerdictEntry(fields: &fields))
        case RewardEntry.kind: self = .reward(try RewardEntry(fields: &fields))
        case DeductionEntry.kind: self = .deduction(try DeductionEntry(fields: &fields))
        case AwardEntry.kind: self = .award(try AwardEntry(fields: &fields))
        case BasinAccountEntry.kind: self = .basinAccount(try BasinAccountEntry(fields: &fields))
        case IncidentEntry.kind: self = .incident(try IncidentEntry(fields: &fields))
        case IncidentRulingEntry.kind: self = .incidentRuling(try IncidentRulingEntry(fields: &fields))
        case LevyEntry.kind: self = .levy(try LevyEntry(fields: &fields))
        case LevyChargeEntry.kind: self = .levyCharge(try LevyChargeEntry(fields: &fields))
        case ClearingEntry.kind: self = .clearing(try ClearingEntry(fields: &fields))
        case PaymentEntry.kind: self = .payment(try PaymentEntry(fields: &fields))
        case PaymentReceivedEntry.kind: self = .paymentReceived(try PaymentReceivedEntry(fields: &fields))
        case ForcedDeductionEntry.kind: self = .forcedDeduction(try ForcedDeductionEntry(fields: &fields))
        case InKindEntry.kind: self = .inKind(try InKindEntry(fields: &fields))
        case InKindAcceptanceEntry.kind: self = .inKindAcceptance(try InKindAcceptanceEntry(fields: &fields))
        case SplitEntry.kind: self = .split(try SplitEntry(fields: &fields))
        case FundUseEntry.kind: self = .fundUse(try FundUseEntry(fields: &fields))
        case FundReportEntry.kind: self = .fundReport(try FundReportEntry(fields: &fields))
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
