/// Who gives the word: the node by itself, or an operator.
public struct SettlementPolicy: Sendable {
    public enum Mode: String, CaseIterable, Sendable {
        case automatic
        case `operator`
    }

    public let proposing: Mode
    public let accepting: Mode

    /// A machine may say what it computed; binding the province is a person's word.
    public static let standard = SettlementPolicy(proposing: .automatic, accepting: .operator)

    public init(proposing: Mode, accepting: Mode) {
        self.proposing = proposing
        self.accepting = accepting
    }
}
