import Compensation
public import TransparencyLog

/// The canonical document of a settlement, whose SHA-256 both sides compare.
///
/// It contains what was used and what came out, not where it was found: the same readings give the same
/// digest whichever log they were read from, and a longer cut that changes nothing changes no digest.
public struct SettlementDocument: Sendable {
    public let bytes: [UInt8]

    init(_ settlement: Settlement, terms: AgreementTerms) {
        let inputs = settlement.inputs.map { input in
            JSONValue.members([
                ("section", .string(input.reading.section.text)), ("used", .bool(input.used)),
                ("reading", ReadingContent(input.reading).json),
            ])
        }
        let steps = settlement.steps.map { step in
            JSONValue.members([("name", .string(step.name)), ("value", .string(step.value))])
        }
        let transfers = settlement.transfers.map { transfer in
            JSONValue.members([
                ("payer", .string(transfer.payer.text)), ("payee", .string(transfer.payee.text)),
                ("amount_fen", .integer(transfer.amount.count)), ("article", .string(transfer.article)),
            ])
        }
        bytes = CanonicalJSON.encode(
            .members([
                ("kind", "settlement"), ("v", 1), ("agreement", .string(terms.entry.agreement.text)),
                ("agreement_digest", .string(terms.digest.hex)),
                ("scheme_digest", .string(terms.entry.schemeDigest.hex)),
                ("period", .string(settlement.period.text)), ("inputs", .array(inputs)), ("steps", .array(steps)),
                ("transfers", .array(transfers)),
            ]))
    }

    public var digest: ContentDigest { ContentDigest(of: bytes) }
}

extension ReadingContent {
    init(_ reading: Reading) {
        self.init(time: reading.time, status: reading.status, values: reading.values)
    }
}
