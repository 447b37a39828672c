public import Compensation
public import TransparencyLog

/// A settlement that the centre has verified and that every party has accepted at the places the verdict names:
/// the centre cannot verify what nobody said. The one answer to what is verified, for the life cycle, the ledger and
/// clearing alike.
public struct VerifiedSettlement: Sendable {
    public let key: SettlementKey
    public let verdict: EntryRecord<VerdictEntry>
    /// The first of the accepted proposals; all state the same transfers.
    public let proposal: ProposalEntry

    public var transfers: [TransferTerms] { proposal.transfers }
    public var digest: ContentDigest { verdict.body.settlementDigest }
    public var cleared: ClearedSettlement { ClearedSettlement(period: key.period, settlementDigest: digest) }

    /// By the first verdict that holds, so that nothing the centre says later moves what it has verified.
    public init?(_ key: SettlementKey, _ terms: AgreementTerms, _ register: SettlementRegister) {
        for verdict in register.verdicts(of: key) {
            guard let verified = Self(verdict, terms, register) else { continue }
            self = verified
            return
        }
        return nil
    }

    init?(_ verdict: EntryRecord<VerdictEntry>, _ terms: AgreementTerms, _ register: SettlementRegister) {
        let said = verdict.body
        guard said.conclusion == .verified, said.key.agreement == terms.entry.agreement,
            said.key.agreementDigest == terms.digest
        else { return nil }
        let acceptances = register.acceptances(of: said.key).filter {
            said.acceptances.contains($0.reference) && $0.record.body.settlementDigest == said.settlementDigest
                && $0.reference.log.channel == terms.entry.channel
        }
        let accepted = terms.entry.parties.compactMap { party in
            acceptances.first { $0.party == party }.flatMap { Self.proposal($0.record, of: party, terms, register) }
        }
        guard accepted.count == terms.entry.parties.count, let first = accepted.first,
            accepted.allSatisfy({ $0.transfers == first.transfers })
        else { return nil }
        key = said.key
        self.verdict = verdict
        proposal = first
    }

    /// What the acceptance of a party accepts: another party's proposal of just this, said to all parties.
    static func proposal(
        _ acceptance: EntryRecord<AcceptanceEntry>, of party: PartyCode, _ terms: AgreementTerms,
        _ register: SettlementRegister
    ) -> ProposalEntry? {
        guard let accepted = register.proposal(at: acceptance.body.proposal), accepted.party != party,
            terms.entry.parties.contains(accepted.party), accepted.reference.log.channel == terms.entry.channel,
            accepted.record.body.settlementDigest == acceptance.body.settlementDigest,
            accepted.record.body.key == acceptance.body.key
        else { return nil }
        return accepted.record.body
    }
}

extension AgreementTerms {
    /// Whether a period is on record under this version.
    public func isRecorded(_ period: Period, _ register: SettlementRegister) -> Bool {
        VerifiedSettlement(key(period), self, register) != nil
    }

    /// Whether a period is this version's to settle: it governs it, and no version before it has settled it. What is on
    /// record stays with the version it was recorded under: nothing is paid twice because an agreement was renewed.
    func hasToSettle(_ period: Period, _ register: SettlementRegister) -> Bool {
        governs(period) && !predecessors.contains { $0.isRecorded(period, register) }
    }
}
