public import Compensation
public import TransparencyLog

/// Schemes, agreements and what parties and the centre say about them, as the logs have them.
public struct AgreementRegister: Sendable {
    /// Readable schemes in order of place, each at the first place that has it.
    public private(set) var schemes: [(digest: ContentDigest, scheme: Scheme, reference: EntryReference)] = []
    private var agreements: [PartyRecord<AgreementEntry>] = []
    // By the digest of the terms.
    private var drafts = Pigeonholes<ContentDigest, PartyRecord<AgreementEntry>>()
    private var signatures = Pigeonholes<ContentDigest, PartyRecord<AgreementSignatureEntry>>()
    private var filings = Pigeonholes<ContentDigest, PartyRecord<AgreementFilingEntry>>()
    private var filed = Pigeonholes<ContentDigest, EntryRecord<AgreementFiledEntry>>()
    private var ends = Pigeonholes<ContentDigest, PartyRecord<AgreementEndEntry>>()
    /// What stands against each text whose schemes are at hand.
    private var problems: [ContentDigest: [AgreementProblem]] = [:]  // lookup only: by the digest of the terms

    public init() {}

    mutating func fold(_ record: EntryRecord<SchemeEntry>) {
        let digest = record.body.digest
        let known = schemes.firstIndex { $0.digest == digest }
        if let known, schemes[known].reference < record.reference { return }
        let read = known.map { schemes.remove(at: $0).scheme } ?? (try? Scheme.load(Array(record.body.text.utf8)).get())
        guard let scheme = read else { return }
        let position = schemes.lastIndex { $0.reference < record.reference }.map { $0 + 1 } ?? 0
        schemes.insert((digest, scheme, record.reference), at: position)
        guard known == nil else { return }
        for entry in agreements.map(\.record.body)
        where entry.schemeDigest == digest || entry.parentSchemeDigest == digest {
            examine(entry)
        }
    }

    /// Only a party drafts its agreement: a stranger's text of the same name must not stand in the way of signing.
    mutating func fold(_ record: EntryRecord<AgreementEntry>, by party: PartyCode) {
        guard record.body.parties.contains(party) else { return }
        let said = PartyRecord(party: party, record: record)
        agreements.place(said)
        drafts.place(said, under: record.body.digest)
        examine(record.body)
    }

    mutating func fold(_ record: EntryRecord<AgreementSignatureEntry>, by party: PartyCode) {
        signatures.place(PartyRecord(party: party, record: record), under: record.body.agreementDigest)
    }

    mutating func fold(_ record: EntryRecord<AgreementFilingEntry>, by party: PartyCode) {
        filings.place(PartyRecord(party: party, record: record), under: record.body.agreementDigest)
    }

    /// The centre's only, where everybody reads it.
    mutating func fold(_ record: EntryRecord<AgreementFiledEntry>) {
        guard record.reference.log.channel == .central else { return }
        filed.place(record, under: record.body.agreementDigest)
    }

    mutating func fold(_ record: EntryRecord<AgreementEndEntry>, by party: PartyCode) {
        ends.place(PartyRecord(party: party, record: record), under: record.body.agreementDigest)
    }

    public func scheme(_ digest: ContentDigest) -> Scheme? { schemes.first { $0.digest == digest }?.scheme }

    private mutating func examine(_ entry: AgreementEntry) {
        guard let scheme = scheme(entry.schemeDigest) else { return }
        problems[entry.digest] = AgreementSoundness.problems(
            entry, scheme: scheme, parent: entry.parentSchemeDigest.flatMap { self.scheme($0) })
    }

    /// Every distinct set of terms whose scheme is at hand and says the same parties and name;
    /// sorted by agreement, then digest.
    public var terms: [AgreementTerms] {
        var result: [AgreementTerms] = []
        for record in agreements {
            let entry = record.record.body
            let digest = entry.digest
            let same = drafts[digest]
            // Each text once, at the first place that has it.
            guard same.first?.reference == record.reference, let scheme = scheme(entry.schemeDigest),
                scheme.identifier.sameBytes(as: entry.agreement.text),
                scheme.parties.map(\.code).sorted() == entry.parties
            else { continue }
            // The audience is part of the terms: they count only where that audience can read them.
            let heard = same.filter { $0.reference.log.channel == entry.channel }
            guard !heard.isEmpty else { continue }
            result.append(terms(entry, digest, scheme, draftedBy: heard.map(\.party)))
        }
        result.sort {
            $0.entry.agreement == $1.entry.agreement
                ? $0.digest.hex.precedesInBytes($1.digest.hex) : $0.entry.agreement < $1.entry.agreement
        }
        AgreementVersions.settle(&result)
        return result
    }

    private func terms(
        _ entry: AgreementEntry, _ digest: ContentDigest, _ scheme: Scheme, draftedBy: [PartyCode]
    ) -> AgreementTerms {
        func counts<Body>(_ said: PartyRecord<Body>, _ agreement: AgreementID) -> Bool {
            agreement == entry.agreement && said.reference.log.channel == entry.channel
                && entry.parties.contains(said.party)
        }
        let signed = signatures[digest].filter { counts($0, $0.record.body.agreement) }
        let filings = filings[digest].filter { counts($0, $0.record.body.agreement) }
        let ends = AgreementEnds(ends[digest].filter { counts($0, $0.record.body.agreement) }, entry, scheme)
        return AgreementTerms(
            entry: entry, digest: digest, scheme: scheme,
            parent: entry.parentSchemeDigest.flatMap { self.scheme($0) },
            draftedBy: entry.parties.filter(draftedBy.contains),
            signatures: entry.parties.compactMap { party in signed.first { $0.party == party } },
            problems: problems[digest] ?? [],
            ends: ends.offers, agreedEnd: ends.agreed,
            filing: filings.first,
            filed: filed[digest].first { filed in
                filed.body.agreement == entry.agreement
                    && filings.contains { $0.record.reference == filed.body.filing }
            })
    }
}
