/// What an agreement says about paying, or what holds where it says nothing.
public struct ClearingTerms: Hashable, Sendable {
    /// Days from the clearing to the last day of payment.
    public let paymentDays: Int
    /// Days from the day a payment was made, as its payer says, within which its payee confirms it; what is not
    /// confirmed by then is owed again.
    public let confirmationDays: Int
    /// Added to an overdue amount when the centre collects it, in percent (渝财环〔2023〕33号: 10).
    public let surchargePercent: Int
    /// Days from receipt until projects for the whole amount are filed (渝财环〔2023〕66号: 30).
    public let planDays: Int
    /// Whether opposite payments for different rivers may be set off.
    public let netsAcrossRivers: Bool
    /// Whether something else than money may be offered; only where the agreement says so.
    public let allowsInKind: Bool

    public init(
        paymentDays: Int = 30, confirmationDays: Int = 10, surchargePercent: Int = 10, planDays: Int = 30,
        netsAcrossRivers: Bool = false, allowsInKind: Bool = false
    ) {
        self.paymentDays = paymentDays
        self.confirmationDays = confirmationDays
        self.surchargePercent = surchargePercent
        self.planDays = planDays
        self.netsAcrossRivers = netsAcrossRivers
        self.allowsInKind = allowsInKind
    }

    public init(_ terms: AgreementTerms) {
        let (duties, standard) = (terms.entry.duties, ClearingTerms())
        self.init(
            paymentDays: duties.paymentDays ?? standard.paymentDays,
            confirmationDays: duties.confirmationDays ?? standard.confirmationDays,
            surchargePercent: duties.surchargePercent ?? standard.surchargePercent,
            netsAcrossRivers: duties.netsAcrossRivers,
            allowsInKind: duties.allowsInKind)
    }
}
