/// Money that one party owes another under an article of the agreement.
public struct Transfer: Hashable, Sendable {
    public let payer: PartyCode
    public let payee: PartyCode
    /// More than zero.
    public let amount: Fen
    /// The heading under which the rule stands.
    public let article: String
    /// The name of the payment in the scheme.
    public let name: String

    public init(payer: PartyCode, payee: PartyCode, amount: Fen, article: String, name: String) {
        self.payer = payer
        self.payee = payee
        self.amount = amount
        self.article = article
        self.name = name
    }
}
