import Compensation
public import TransparencyLog

/// The canonical document of a settlement, whose SHA-256 both sides compare.
///
/// It contains what was used and what came out, not where it was found: the same readings give the same
/// digest whichever log they were read from, and a longer cut that changes nothing changes no digest.
public struct SettlementDocument: Sendable {
    public let bytes: [UInt8]

    init(_ settlement: Settlement, terms: AgreementTerms, adjustment: Adjustment? = nil) {
        bytes = CanonicalJSON.encode(
            .members(
                [
                    ("kind", "settlement"), ("v", 1), ("agreement", .string(terms.entry.agreement.text)),
                    ("agreement_digest", .string(terms.digest.hex)),
                    ("scheme_digest", .string(terms.entry.schemeDigest.hex)),
                    ("period", .string(settlement.period.text)), ("adjustment", adjustment.map(Self.json)),
                ] + settlement.members(paying: adjustment?.difference ?? settlement.transfers)))
    }

    /// The whole of what was recorded before is part of what is agreed on.
    private static func json(_ adjustment: Adjustment) -> JSONValue {
        .members([
            ("number", .integer(Int64(adjustment.number))),
            ("preceding_digest", .string(adjustment.precedingDigest.hex)),
            ("recorded", Settlement.json(adjustment.recorded)), ("computed", Settlement.json(adjustment.computed)),
        ])
    }

    public var digest: ContentDigest { ContentDigest(of: bytes) }
}

extension ReadingContent {
    init(_ reading: Reading) {
        self.init(time: reading.time, status: reading.status, values: reading.values)
    }
}

extension Settlement {
    /// Inputs, steps and what is to be paid as members of a canonical document.
    func members(paying transfers: [Transfer]) -> [(String, JSONValue?)] {
        let inputs = inputs.map { input in
            JSONValue.members([
                ("section", .string(input.reading.section.text)), ("used", .bool(input.used)),
                ("reading", ReadingContent(input.reading).json),
            ])
        }
        let steps = steps.map { step in
            JSONValue.members([("name", .string(step.name)), ("value", .string(step.value))])
        }
        return [("inputs", .array(inputs)), ("steps", .array(steps)), ("transfers", Self.json(transfers))]
    }

    static func json(_ transfers: [Transfer]) -> JSONValue {
        .array(
            transfers.map { transfer in
                JSONValue.members([
                    ("payer", .string(transfer.payer.text)), ("payee", .string(transfer.payee.text)),
                    ("amount_fen", .integer(transfer.amount.count)), ("article", .string(transfer.article)),
                ])
            })
    }
}
