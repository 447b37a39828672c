/// What a statistic of the readings of one section gives, per indicator.
struct Means: Hashable, Sendable {
    let bodyType: BodyType
    /// Ordered by indicator code.
    let columns: [IndicatorMean]

    /// In the unit of the indicator; nil without data.
    subscript(place: Int) -> Rational? {
        for column in columns.indices where columns[column].place == place { return columns[column].mean }
        return nil
    }
}
