public import Compensation
public import TransparencyLog

/// What parties ask to be exempted, and what the offices say to it, found by what it is about.
public struct ExemptionRegister: Sendable {
    private var requestsByPeriod = Pigeonholes<SettlementKey, PartyRecord<ExemptionRequestEntry>>()
    private var requestsByAgreement = Pigeonholes<ContentDigest, PartyRecord<ExemptionRequestEntry>>()
    private var approvalsByRequest = Pigeonholes<EntryReference, PartyRecord<ExemptionApprovalEntry>>()
    private var approvalsByPlace = Pigeonholes<EntryReference, PartyRecord<ExemptionApprovalEntry>>()

    public init() {}

    mutating func fold(_ record: EntryRecord<ExemptionRequestEntry>, by party: PartyCode) {
        let said = PartyRecord(party: party, record: record)
        requestsByPeriod.place(said, under: record.body.key)
        requestsByAgreement.place(said, under: record.body.key.agreementDigest)
    }

    mutating func fold(_ record: EntryRecord<ExemptionApprovalEntry>, by party: PartyCode) {
        let said = PartyRecord(party: party, record: record)
        approvalsByRequest.place(said, under: record.body.request)
        approvalsByPlace.place(said, under: record.reference)
    }

    /// Requests under the terms of this digest, in order of place.
    public func requests(under agreementDigest: ContentDigest) -> [PartyRecord<ExemptionRequestEntry>] {
        requestsByAgreement[agreementDigest]
    }

    /// The requests of parties of `terms` for a period, in order of place. The offices are the centre's, speaking in
    /// `central`, unless the agreement names a party for an office: it speaks in the agreement's channel.
    public func exemptions(_ terms: AgreementTerms, _ period: Period, centre: PartyCode?) -> [Exemption] {
        requestsByPeriod[terms.key(period)].filter { isRequest($0, terms) }.map { request in
            func word(_ office: ExemptionApprovalEntry.Office) -> EntryRecord<ExemptionApprovalEntry>? {
                approvalsByRequest[request.record.reference].last {
                    $0.record.body.office == office && speaks($0, for: office, terms, centre)
                }?.record
            }
            return Exemption(
                request: request.record, party: request.party, finance: word(.finance),
                environment: word(.environment))
        }
    }

    private func speaks(
        _ word: PartyRecord<ExemptionApprovalEntry>, for office: ExemptionApprovalEntry.Office,
        _ terms: AgreementTerms, _ centre: PartyCode?
    ) -> Bool {
        let channel = word.record.reference.log.channel
        if let named = terms.holder(of: office) { return word.party == named && channel == terms.entry.channel }
        return word.party == centre && channel == .central
    }

    private func isRequest(_ request: PartyRecord<ExemptionRequestEntry>, _ terms: AgreementTerms) -> Bool {
        terms.entry.parties.contains(request.party)
            && request.record.reference.log.channel == terms.entry.channel
    }

    /// The request of a party for the period at its place.
    func request(at place: EntryReference, _ terms: AgreementTerms, _ period: Period) -> ExemptionRequestEntry? {
        requestsByPeriod[terms.key(period)].first { $0.record.reference == place && isRequest($0, terms) }?.record.body
    }

    /// The approval at its place, if the one who says it speaks for the office; what was said later does not matter.
    func approval(
        at place: EntryReference, _ terms: AgreementTerms, centre: PartyCode?
    ) -> ExemptionApprovalEntry? {
        approvalsByPlace[place].first { word in
            word.record.body.decision == .approved
                && speaks(word, for: word.record.body.office, terms, centre)
        }?.record.body
    }
}
