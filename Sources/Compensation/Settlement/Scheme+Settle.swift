extension Scheme {
    /// Computes the period from all readings that are known.
    ///
    /// Readings of other sections and outside the period are left aside. Two readings of one section and time
    /// are refused even when equal: nodes that each dropped "the duplicate" in their own way would disagree.
    public func settle(period: Period, readings: [Reading]) -> SettlementOutcome {
        if let obstacle = obstacle(to: period) { return .notComputable(obstacle) }
        let relevant =
            readings
            .filter { reading in period.contains(reading.time) && sections.contains { $0.id == reading.section } }
            .sorted { ($0.section, $0.time) < ($1.section, $1.time) }
        for (reading, next) in zip(relevant, relevant.dropFirst())
        where reading.section == next.section && reading.time == next.time {
            return .notComputable(Self.duplicate(reading))
        }
        do throws(SettlementObstacle) {
            var evaluator = Evaluator(readings: relevant)
            let (steps, transfers) = try evaluator.run(rules)
            return .settled(
                Settlement(
                    schemeIdentifier: identifier, period: period, inputs: evaluator.inputs, steps: steps,
                    transfers: transfers))
        } catch {
            return .notComputable(error)
        }
    }

    private func obstacle(to period: Period) -> SettlementObstacle? {
        guard period.kind == periodKind else {
            return SettlementObstacle(
                "wrong-period-kind",
                zh: "方案按\(periodKind.name.zh)核算，\(period.text) 不是这样的核算期。",
                en: "The scheme is computed by the \(periodKind.name.en); \(period.text) is not such a period.")
        }
        guard validity.contains(period) else {
            return SettlementObstacle(
                "period-outside-validity",
                zh: "\(period.text) 不在方案有效期 \(validity.from.text) 至 \(validity.to.text) 之内。请选用当期有效的方案。",
                en: "\(period.text) lies outside the scheme's validity \(validity.from.text) to \(validity.to.text)."
                    + " Use the scheme that is valid in that period.")
        }
        return nil
    }

    private static func duplicate(_ reading: Reading) -> SettlementObstacle {
        SettlementObstacle(
            "duplicate-reading",
            zh: "断面 \(reading.section.text) 在 \(reading.time.text) 有两条监测数据。请先更正，只保留一条有效数据。",
            en: "Section \(reading.section.text) has two readings at \(reading.time.text)."
                + " Correct the data first so that one of them stands.")
    }
}
