import Compensation
import Federation
import TransparencyLog

/// One version of an agreement in JSON, for the list and for `agreements show`.
struct AgreementSummary {
    private let terms: AgreementTerms
    private let now: Timestamp

    init(_ terms: AgreementTerms, now: Timestamp) {
        self.terms = terms
        self.now = now
    }

    var members: [(String, JSONValue?)] {
        let entry = terms.entry
        func codes(_ parties: [PartyCode]) -> JSONValue { .array(parties.map { .string($0.text) }) }
        func text(_ value: String?) -> JSONValue? { value.map { .string($0) } }
        return [
            ("agreement", .string(entry.agreement.text)), ("agreement_digest", .string(terms.digest.hex)),
            ("scheme_digest", .string(entry.schemeDigest.hex)), ("channel", .string(entry.channel.text)),
            ("parties", codes(entry.parties)), ("drafted_by", codes(terms.draftedBy)),
            ("signed_by", codes(terms.signedBy)), ("in_force", .bool(terms.inForce)),
            ("state", .string(terms.state(at: now).rawValue)), ("valid_from", .string(entry.validFrom.text)),
            ("valid_to", .string(entry.validTo.text)), ("signed_at", text(terms.signedAt?.text)),
            ("replaced_by", text(terms.replaced?.by.hex)), ("replaced_from", text(terms.replaced?.from.text)),
            ("filing", text(terms.filing?.record.reference.text)), ("filed", text(terms.filed?.reference.text)),
            ("last_period", text(terms.agreedEnd?.lastPeriod.text)),
            (
                "problems",
                terms.problems.isEmpty
                    ? nil
                    : .array(
                        terms.problems.map { problem in
                            .members([
                                ("code", .string(problem.code.rawValue)), ("message_zh", .string(problem.message.zh)),
                                ("message_en", .string(problem.message.en)),
                            ])
                        })
            ),
        ]
    }
}
