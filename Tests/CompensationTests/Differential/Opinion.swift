import Compensation

/// What came of a job, in the form in which both evaluators say it.
struct Opinion: Decodable {
    let outcome: String
    /// Of an obstacle one, of a refused file all.
    let codes: [String]
    let steps: [Step]
    let transfers: [Payment]

    struct Step: Decodable, Equatable {
        let name: String
        let value: String
    }

    struct Payment: Decodable, Equatable {
        let payer: String
        let payee: String
        let amount_fen: Int64
        let name: String
    }

    init(refusedFor codes: [String]) {
        self.init(outcome: "refused", codes: codes, steps: [], transfers: [])
    }

    init(_ outcome: SettlementOutcome) {
        switch outcome {
        case .notComputable(let obstacle):
            self.init(outcome: "obstacle", codes: [obstacle.code], steps: [], transfers: [])
        case .settled(let settlement):
            self.init(
                outcome: "settled", codes: [], steps: settlement.steps.map { Step(name: $0.name, value: $0.value) },
                transfers: settlement.transfers.map {
                    Payment(
                        payer: $0.payer.text, payee: $0.payee.text, amount_fen: $0.amount.count, name: $0.name)
                })
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let code = try container.decodeIfPresent(String.self, forKey: .code)
        self.init(
            outcome: try container.decode(String.self, forKey: .outcome),
            codes: try container.decodeIfPresent([String].self, forKey: .codes) ?? code.map { [$0] } ?? [],
            steps: try container.decodeIfPresent([Step].self, forKey: .steps) ?? [],
            transfers: try container.decodeIfPresent([Payment].self, forKey: .transfers) ?? [])
    }

    private init(outcome: String, codes: [String], steps: [Step], transfers: [Payment]) {
        self.outcome = outcome
        self.codes = codes
        self.steps = steps
        self.transfers = transfers
    }

    private enum CodingKeys: String, CodingKey {
        case outcome, code, codes, steps, transfers
    }
}
