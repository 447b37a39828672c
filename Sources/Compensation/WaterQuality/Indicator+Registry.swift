extension Indicator {
    /// The items of GB 3838-2002 table 1, in the order of the table.
    public static let all: [Indicator] = [
        .waterTemperature, .pH, .dissolvedOxygen, .permanganateIndex, .chemicalOxygenDemand,
        .biochemicalOxygenDemand, .ammoniaNitrogen, .totalPhosphorus, .totalNitrogen, .copper, .zinc, .fluoride,
        .selenium, .arsenic, .mercury, .cadmium, .hexavalentChromium, .lead, .cyanide, .volatilePhenols,
        .petroleum, .anionicSurfactants, .sulfide, .faecalColiforms,
    ]

    private static let byRank = all.sorted()

    /// Nil where no indicator has this code.
    public init?(code: String) {
        guard let rank = TableOneCodes.rank(of: code) else { return nil }
        self = Self.byRank[rank]
    }

    /// By the way it is written in a scheme: its symbol or its Chinese name.
    init?(written text: String) {
        guard
            let known = Self.all.first(where: {
                UTF8Order.areEqual($0.symbol, text) || UTF8Order.areEqual($0.name.zh, text)
            })
        else { return nil }
        self = known
    }
}
