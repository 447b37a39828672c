/// Readings, classes and limits.
extension Evaluator {
    /// The readings of a statistic: their places.
    private mutating func found(_ statistic: Formula.Statistic) throws(SettlementObstacle) -> (
        Range<Int>, SchemeSection
    )? {
        guard case .member(let member) = try value(of: statistic.section),
            case .time(let period) = try value(of: statistic.time)
        else { return nil }
        let section = program.members.sections[member.place]
        let isSettled = period == self.period
        let from = isSettled ? max(period.start, validity?.from.start ?? period.start) : period.start
        let until = isSettled ? min(period.end, validity?.to.end ?? period.end) : period.end
        return (try readings.places(of: section.id, from: from, until: until), section)
    }

    mutating func count(_ statistic: Formula.Statistic) throws(SettlementObstacle) -> Value {
        guard let (places, _) = try found(statistic) else { return .missing }
        return .quantity(Rational(readings.count(places, statistic.statuses)))
    }

    mutating func means(_ statistic: Formula.Statistic, _ requested: [Int]) throws(SettlementObstacle) -> Value {
        guard let (places, section) = try found(statistic) else { return .missing }
        let indicators = requested.map { program.members.indicators[$0].indicator }
        let columns = readings.columns(places, indicators, statistic.statuses)
        return .means(
            Means(
                bodyType: section.bodyType,
                columns: requested.indices.map { column in
                    IndicatorMean(
                        indicators[column], requested[column], columns[column], statistic.function,
                        statistic.belowLimit)
                }))
    }

    func place(of item: Formula.Item) -> Int {
        switch item {
        case .fixed(let place): place
        case .local(let place, _): if case .member(let member) = locals[place] { member.place } else { 0 }
        }
    }

    /// What one unit of the indicator is in base units.
    func scale(of place: Int) -> Rational {
        program.members.indicators[place].indicator.schemeUnit(program.units)?.scale ?? .one
    }

    mutating func classified(
        _ reference: Formula.Reference, _ items: [Formula.Item]
    ) throws(SettlementObstacle) -> Value {
        guard case .means(let means) = try value(of: reference) else { return .missing }
        var worst: WaterClass?
        for item in items {
            let place = place(of: item)
            guard let found = waterClass(of: place, means) else { continue }
            worst = worst.map { max($0, found) } ?? found
            if isTracing { try takeDown(found, ofIndicatorAt: place, in: reference) }
        }
        return worst.map(Value.waterClass) ?? .missing
    }

    func waterClass(of place: Int, _ means: Means) -> WaterClass? {
        guard let value = means[place] else { return nil }
        return program.members.limits(place, means.bodyType)?.waterClass(of: value)
    }

    mutating func limit(
        _ item: Formula.Item, _ waterClass: Formula, _ section: Formula
    ) throws(SettlementObstacle) -> Value {
        guard case .waterClass(let sought) = try value(of: waterClass),
            case .member(let member) = try value(of: section)
        else { return .missing }
        let place = place(of: item)
        let limit = program.members.limits(place, program.members.sections[member.place].bodyType)?.limit(for: sought)
        return limit.map { .quantity($0 * scale(of: place)) } ?? .missing
    }
}
