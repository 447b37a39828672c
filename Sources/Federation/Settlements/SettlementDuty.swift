public import Compensation

/// What somebody has to do before a settlement can move on.
public struct SettlementDuty: Sendable {
    public enum Act: String, CaseIterable, Sendable {
        /// Supply readings without which the period cannot be computed.
        case supplyData = "supply-data"
        /// Correct records that contradict each other.
        case correct
        /// State or endorse supplied values, or agree on them.
        case stateFacts = "state-facts"
        /// Endorse a correction, or answer it with another.
        case endorse
        case propose
        /// Accept or object.
        case answer
        /// Settle the difference: by correction, endorsement, facts or an exemption, then a new proposal.
        case resolve
        /// Decide on a request to be exempted.
        case decideExemption = "decide-exemption"
        case verify
        case record
        /// Pay what a clearing demands.
        case pay
        /// Confirm a payment that has arrived.
        case receive

        public var name: Bilingual {
            switch self {
            case .supplyData: Bilingual(zh: "补充监测数据", en: "supply readings")
            case .correct: Bilingual(zh: "更正互相矛盾的数据", en: "correct contradicting records")
            case .stateFacts: Bilingual(zh: "填报或确认核定数据", en: "state or endorse facts")
            case .endorse: Bilingual(zh: "确认数据更正", en: "endorse a correction")
            case .propose: Bilingual(zh: "提议", en: "propose")
            case .answer: Bilingual(zh: "认可或提出异议", en: "accept or object")
            case .resolve: Bilingual(zh: "消除分歧后重新提议", en: "settle the difference, then propose anew")
            case .decideExemption: Bilingual(zh: "审核免除申请", en: "decide on an exemption")
            case .verify: Bilingual(zh: "核验", en: "verify")
            case .record: Bilingual(zh: "记账", en: "record")
            case .pay: Bilingual(zh: "付款", en: "pay")
            case .receive: Bilingual(zh: "确认收款", en: "confirm the payment")
            }
        }
    }

    public let party: PartyCode
    public let act: Act
    /// The last day for it; `nil` where nothing was agreed.
    public let by: Period?
    /// What it is about: an entry's place, a value's name; empty where the settlement says it all.
    public let subject: String

    init(_ party: PartyCode, _ act: Act, by: Period? = nil, subject: String = "") {
        self.party = party
        self.act = act
        self.by = by
        self.subject = subject
    }

    /// Whether the last day has passed.
    public func isOverdue(at now: CivilTime) -> Bool { by.map { !(now < $0.end) } ?? false }
}
