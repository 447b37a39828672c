extension Scheme {
    /// Computes the period from all readings that are known, and the values of parameters and facts.
    ///
    /// Readings of other sections, and of times that no rule asks for, are left aside. Without `tracing` there are
    /// no steps.
    public func settle(
        period: Period, readings: [Reading], supplied: [SuppliedValue] = [], tracing: Bool = true
    ) -> SettlementOutcome {
        if let obstacle = obstacle(to: period) { return .notComputable(obstacle) }
        let sections = sections
        func isInside(_ reading: Reading) -> Bool {
            period.contains(reading.time) && validity.from.start <= reading.time && reading.time < validity.to.end
        }
        let relevant = readings.filter { reading in
            (looksBeyondPeriod || isInside(reading)) && sections.contains { $0.id == reading.section }
        }
        do throws(SettlementObstacle) {
            var evaluator = Evaluator(
                program, period: period, validity: validity,
                readings: try ReadingsStore(relevant, isInside: isInside),
                supplied: supplied.isEmpty ? SuppliedValues() : try SuppliedValues(supplied, program),
                isTracing: tracing)
            let (steps, transfers) = try evaluator.run()
            return .settled(
                Settlement(
                    schemeIdentifier: identifier, period: period, inputs: tracing ? evaluator.readings.inputs : [],
                    steps: steps, assessments: tracing ? evaluator.sectionAssessments : [], transfers: transfers,
                    unverified: program.restsOn))
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
        guard validity.overlaps(period) else {
            return SettlementObstacle(
                "period-outside-validity",
                zh: "\(period.text) 不在方案有效期 \(validity.from.text) 至 \(validity.to.text) 之内。请选用当期有效的方案。",
                en: "\(period.text) lies outside the scheme's validity \(validity.from.text) to \(validity.to.text)."
                    + " Use the scheme that is valid in that period.")
        }
        return nil
    }
}
