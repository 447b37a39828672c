import Compensation

/// What recurs in every river's story.
extension YearStep {
    /// The states of a settlement that is on record, whatever has become of it since.
    static let statesOnRecord = ["recorded", "cleared", "paid"]

    static func months(_ years: Int...) -> [String] {
        years.flatMap { year in (1...12).map { "\(year)-\($0 < 10 ? "0" : "")\($0)" } }
    }

    /// The drafting party signs, then the others when the text has reached them.
    static func signed(_ agreement: String, by parties: [String]) -> YearStep {
        .each(parties.map { .run($0, "agreements sign \(agreement)") })
    }

    /// A party hands the agreement in, the centre confirms.
    static func filed(_ agreement: String, by party: String) -> YearStep {
        .each([
            .run(party, "agreements file \(agreement)", .nothing),
            .run(DemoMember.centreCode, "agreements file \(agreement)"),
        ])
    }

    /// Every party accepts every period by an operator's word, of just this amount in 万元: what was computed before
    /// all readings were there is not meant.
    static func accepted(_ agreement: String, _ periods: [String], _ amount: Int, by parties: [String]) -> YearStep {
        let words = periods.flatMap { period in
            parties.map { YearStep.run($0, "accept \(agreement) \(period) --amount \(amount)万元", .nothing) }
        }
        return .each(words + [.recorded(agreement, periods)])
    }

    /// A payment and its receipt.
    /// - Parameters:
    ///   - amount: in 万元.
    ///   - number: of the notice; all are made up.
    static func paid(
        _ agreement: String, _ year: String, _ payer: YearProvince, _ payee: YearProvince, _ amount: Int,
        number: String, on day: String, _ telling: Telling = .nothing
    ) -> YearStep {
        .each([
            .run(
                payer.code,
                "payments pay \(agreement) \(year) --payee \(payee.code) --amount \(amount)万元 --statement \(number)"
                    + " --paid-on \(day) --payer-unit \(payer.finance) --payee-unit \(payee.finance)"
                    + " --treasury \(payee.treasury) --memo 横向生态保护补偿资金",
                telling),
            .run(payee.code, "payments receive \(number) --amount \(amount)万元 --received-on \(day)", telling),
        ])
    }
}
