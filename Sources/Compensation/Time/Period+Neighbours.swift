extension Period {
    /// The periods of a kind that lie in this one, in order; a week lies where its Thursday does (ISO 8601).
    /// None where the kind is longer. What sticks out does not lie in this one: of a first quarter there is one
    /// period of two months, January and February.
    public func periods(of kind: PeriodKind) -> [Period] {
        guard let next = Period(kind, containingDay: start.dayNumber) else { return [] }
        var found: [Period] = []
        for number in next.number... {
            guard let period = Period(kind, number: number), period.start < end else { break }
            if period.containing(self.kind) == self { found.append(period) }
        }
        return found
    }

    /// The period of the same or a longer kind that this one lies in: a week by its Thursday (ISO 8601), any
    /// other as a whole. Nil where the kind is shorter, or two months stretch over two quarters.
    public func containing(_ kind: PeriodKind) -> Period? {
        if kind == self.kind { return self }
        guard kind.isLonger(than: self.kind) else { return nil }
        let day = start.dayNumber
        guard let period = Period(kind, containingDay: self.kind == .week ? day + 3 : day) else { return nil }
        return self.kind == .week || end <= period.end ? period : nil
    }

    /// The period of the same kind that lies `count` units further on, or back where the count is negative.
    /// Nil where `PeriodKind.accepts(shiftBy:_:)` says no, and outside the years a period can have.
    public func shifted(by count: Int, _ unit: PeriodKind) -> Period? {
        guard let steps = kind.steps(shiftingBy: count, unit) else { return nil }
        let (number, overflow) = number.addingReportingOverflow(steps)
        return overflow ? nil : Period(kind, number: number)
    }
}

extension PeriodKind {
    fileprivate func isLonger(than other: PeriodKind) -> Bool {
        switch (months, other.months) {
        case (let own?, let other?): own > other
        case (.some, nil): true
        case (nil, .some): false
        case (nil, nil): self == .week && other == .day
        }
    }
}
