/// What one set of means came to in a settlement, the classes it got, and what the rules held it against.
///
/// Taken down where the rules are computed, for people to look up: the values are those of the steps, which are what
/// is agreed on, and nothing here is computed a second time. A comparison that no rule came to is not in it.
public struct SectionAssessment: Hashable, Sendable {
    /// The mean, sum, largest or smallest value of one indicator.
    public struct Item: Hashable, Sendable {
        public let indicator: Indicator
        /// How many values went into it.
        public let count: Int
        /// Unrounded, in the unit of the indicator; nil without data.
        public let value: Rational?
        /// The class of this indicator alone; nil where no rule asks for it, or none is found.
        public fileprivate(set) var waterClass: WaterClass?
        /// In the order in which the rules came to them.
        public fileprivate(set) var heldAgainst: [Standard] = []

        init(indicator: Indicator, count: Int, value: Rational?) {
            self.indicator = indicator
            self.count = count
            self.value = value
        }

        /// As the steps show it: a fraction without end is cut to four decimals and marked with ≈.
        public var display: String { value.map { Unit.none.readableText($0) } ?? "—" }
    }

    /// The class of the whole set under a rule such as 月类别.
    public struct Grade: Hashable, Sendable {
        /// The name of the step.
        public let step: String
        /// The name of the rule.
        public let name: Bilingual
        /// Nil without data.
        public let waterClass: WaterClass?
        /// In the order in which the rules came to them.
        public fileprivate(set) var heldAgainst: [Standard] = []

        init(step: String, name: Bilingual, waterClass: WaterClass?) {
            self.step = step
            self.name = name
            self.waterClass = waterClass
        }
    }

    /// A limit, a target or another value that something was compared with, set off or divided by.
    public struct Standard: Hashable, Sendable {
        /// The name of the rule that gives it; nil where it stands in the comparison itself.
        public let name: Bilingual?
        /// The name of that rule with its arguments: that of the step, except for constants of a table, which have none.
        public let step: String?
        /// The class whose limit it is, where the rule asks for a `limit of` one.
        public let limitOf: WaterClass?
        /// Exact, with its unit.
        public let value: String
        /// As the steps show it.
        public let display: String
    }

    /// The name of the step of the means, such as `月均值(里耶镇)`.
    public let step: String
    public let section: SectionID
    /// Whose readings went into it.
    public let period: Period
    public let function: ReadingsFunction
    /// Of the indicators that the rules ask for, ordered by code.
    public private(set) var items: [Item]
    /// In the order in which the rules came to them.
    public private(set) var grades: [Grade] = []

    init(step: String, section: SectionID, period: Period, function: ReadingsFunction, items: [Item]) {
        self.step = step
        self.section = section
        self.period = period
        self.function = function
        self.items = items
    }

    mutating func classify(_ indicator: Indicator, as waterClass: WaterClass) {
        guard let place = items.firstIndex(where: { $0.indicator == indicator }) else { return }
        items[place].waterClass = waterClass
    }

    mutating func add(_ grade: Grade) { grades.append(grade) }

    mutating func hold(_ indicator: Indicator, against standard: Standard) {
        guard let place = items.firstIndex(where: { $0.indicator == indicator }),
            !items[place].heldAgainst.contains(standard)
        else { return }
        items[place].heldAgainst.append(standard)
    }

    mutating func hold(grade step: String, against standard: Standard) {
        guard let place = grades.firstIndex(where: { UTF8Order.areEqual($0.step, step) }),
            !grades[place].heldAgainst.contains(standard)
        else { return }
        grades[place].heldAgainst.append(standard)
    }
}
