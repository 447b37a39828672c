public import Compensation
public import TransparencyLog

/// Schemes, agreements and signatures as the logs have them.
public struct AgreementRegister: Sendable {
    /// Readable schemes in order of place, each at the first place that has it.
    public private(set) var schemes: [(digest: ContentDigest, scheme: Scheme, reference: EntryReference)] = []
    private var agreements: [EntryRecord<AgreementEntry>] = []
    private var signatures: [(channel: ChannelName, party: PartyCode, record: EntryRecord<AgreementSignatureEntry>)] =
        []

    public init() {}

    mutating func fold(_ record: EntryRecord<SchemeEntry>) {
        let digest = record.body.digest
        let known = schemes.firstIndex { $0.digest == digest }
        if let known, schemes[known].reference < record.reference { return }
        let read = known.map { schemes.remove(at: $0).scheme } ?? (try? Scheme.load(Array(record.body.text.utf8)).get())
        guard let scheme = read else { return }
        let position = schemes.lastIndex { $0.reference < record.reference }.map { $0 + 1 } ?? 0
        schemes.insert((digest, scheme, record.reference), at: position)
    }

    /// Only a party drafts its agreement: a stranger's text of the same name must not stand in the way of signing.
    mutating func fold(_ record: EntryRecord<AgreementEntry>, by party: PartyCode) {
        guard record.body.parties.contains(party) else { return }
        agreements.place(record)
    }

    mutating func fold(_ record: EntryRecord<AgreementSignatureEntry>, by party: PartyCode) {
        signatures.append((record.reference.log.channel, party, record))
    }

    public func scheme(_ digest: ContentDigest) -> Scheme? { schemes.first { $0.digest == digest }?.scheme }

    /// Every distinct set of terms whose scheme is at hand and says the same parties and name;
    /// sorted by agreement, then digest.
    public var terms: [AgreementTerms] {
        var result: [AgreementTerms] = []
        for record in agreements {
            let entry = record.body
            let digest = entry.digest
            guard !result.contains(where: { $0.digest == digest }), let scheme = scheme(entry.schemeDigest),
                scheme.identifier.sameBytes(as: entry.agreement.text),
                scheme.parties.map(\.code).sorted() == entry.parties,
                // The audience is part of the terms: they count only where that audience can read them.
                agreements.contains(where: {
                    $0.body.digest == digest && $0.reference.log.channel == entry.channel
                })
            else { continue }
            let signers = signatures.filter {
                $0.record.body.agreementDigest == digest && $0.record.body.agreement == entry.agreement
                    && $0.channel == entry.channel && entry.parties.contains($0.party)
            }.map(\.party).sorted()
            let distinct = signers.enumerated().filter { $0.offset == 0 || signers[$0.offset - 1] != $0.element }
            result.append(
                AgreementTerms(entry: entry, digest: digest, scheme: scheme, signedBy: distinct.map(\.element)))
        }
        return result.sorted {
            $0.entry.agreement == $1.entry.agreement
                ? $0.digest.hex.precedesInBytes($1.digest.hex) : $0.entry.agreement < $1.entry.agreement
        }
    }
}
