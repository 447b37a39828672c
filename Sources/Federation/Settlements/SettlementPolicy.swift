/// Who gives the word: the node by itself, or an operator.
public struct SettlementPolicy: Sendable {
    public enum Mode: String, CaseIterable, Sendable {
        case automatic
        case `operator`
    }

    public let proposing: Mode
    public let accepting: Mode
    /// The objection window that this node counts where an agreement has none of its own; in working days.
    public let objectionWorkingDays: Int?
    /// What differs for single agreements; sorted by agreement.
    public let exceptions: [Exception]

    /// The policy of one agreement.
    public struct Exception: Sendable {
        public let agreement: AgreementID
        public let proposing: Mode
        public let accepting: Mode

        public init(agreement: AgreementID, proposing: Mode, accepting: Mode) {
            self.agreement = agreement
            self.proposing = proposing
            self.accepting = accepting
        }
    }

    /// A machine may say what it computed; binding the province is a person's word.
    public static let standard = SettlementPolicy(proposing: .automatic, accepting: .operator)

    public init(
        proposing: Mode, accepting: Mode, objectionWorkingDays: Int? = nil, exceptions: [Exception] = []
    ) {
        self.proposing = proposing
        self.accepting = accepting
        self.objectionWorkingDays = objectionWorkingDays
        self.exceptions = exceptions.sorted { $0.agreement < $1.agreement }
    }

    public func proposing(_ agreement: AgreementID) -> Mode {
        exceptions.first { $0.agreement == agreement }?.proposing ?? proposing
    }

    public func accepting(_ agreement: AgreementID) -> Mode {
        exceptions.first { $0.agreement == agreement }?.accepting ?? accepting
    }
}
