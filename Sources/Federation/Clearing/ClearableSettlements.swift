import Compensation
import TransparencyLog

/// All verified settlements of a docket, found by agreement.
struct ClearableSettlements: Sendable {
    private let register: SettlementRegister

    init(_ register: SettlementRegister) { self.register = register }

    /// Those of an agreement, each key once, sorted by period; only what the centre had said before `limit`.
    func settlements(of terms: AgreementTerms, before limit: EntryReference? = nil) -> [VerifiedSettlement] {
        var found: [VerifiedSettlement] = []
        for verdict in register.verdicts(under: terms.digest)
        where limit.map({ verdict.reference < $0 }) ?? true {
            guard !found.contains(where: { $0.key == verdict.body.key }),
                let settlement = VerifiedSettlement(verdict, terms, register)
            else { continue }
            found.append(settlement)
        }
        return found.sorted { $0.cleared < $1.cleared }
    }
}
