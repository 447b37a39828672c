/// Readings, indicators, classes and limits.
extension SchemeChecker {
    mutating func statistic(_ written: SyntaxStatistic) throws(Complaint) -> CheckedExpression {
        guard let section = try section(written.section) else { return .unknown }
        var known = Traits.variable
        known.join(section.traits)
        known.isConstant = false
        known.cost = max(known.cost, 4)
        var time = Formula.settledPeriod
        if let expression = written.time {
            let checked = try check(expression)
            guard case .time(_, let reach) = checked.type else {
                if checked.type.isUnknown { return .unknown }
                throw wrongTime(checked, at: expression.start)
            }
            time = checked.formula
            known.join(checked.traits)
            known.looksBeyond = known.looksBeyond || reach > .settled
        }
        return CheckedExpression(
            formula: .statistic(
                Formula.Statistic(
                    function: written.function, section: section.formula, time: time, statuses: written.statuses,
                    belowLimit: written.belowLimit)),
            type: written.function == .count ? .quantity(.number) : .means, traits: known)
    }

    func wrongTime(_ checked: CheckedExpression, at position: SourcePosition) -> Complaint {
        Complaint(
            "wrong-type", position, zh: "此处须是核算期，而不是\(checked.type.name(units).zh)。",
            en: "A period is needed here, not \(checked.type.name(units).en).")
    }

    /// A section; nil where it was already reported as wrong.
    private mutating func section(_ reference: SyntaxReference) throws(Complaint) -> CheckedExpression? {
        if let meaning = scope.find(reference.name)?.meaning, !hasLocal(reference.name) {
            switch meaning {
            case .value, .mistaken: break
            case .member(let member) where member.sort == .section: break
            default: throw notASection(reference)
            }
        }
        let checked = try value(reference)
        if checked.type.isUnknown { return nil }
        guard case .member(.section, _) = checked.type else { throw notASection(reference) }
        try requirePresence(checked)
        return checked
    }

    private func hasLocal(_ name: String) -> Bool {
        locals.contains { UTF8Order.areEqual($0.name, name) }
    }

    private func notASection(_ reference: SyntaxReference) -> Complaint {
        Complaint(
            "not-a-section", reference.position,
            zh: "“\(reference.name)”不是断面。请写以 section 定义的名称。",
            en: "\"\(reference.name)\" is not a section. Write a name defined with section.")
    }

    /// An indicator, fixed or a variable, and those it may be; nil where it was already reported as wrong.
    private func indicator(_ word: SyntaxWord) throws(Complaint) -> (item: Formula.Item, among: [Int])? {
        if let place = locals.lastIndex(where: { UTF8Order.areEqual($0.name, word.name) }) {
            guard case .member(.indicator, let among) = locals[place].type else { throw notAnIndicator(word) }
            return (.local(place, name: word.name), among.map(\.place))
        }
        switch scope.find(word.name)?.meaning {
        case .member(let member) where member.sort == .indicator: return (.fixed(member.place), [member.place])
        case .mistaken: return nil
        default:
            guard let known = members.member(word.name), known.sort == .indicator else { throw notAnIndicator(word) }
            return (.fixed(known.place), [known.place])
        }
    }

    private func notAnIndicator(_ word: SyntaxWord) -> Complaint {
        Vocabulary.unknown(
            "unknown-indicator", word.name, word.position, among: members.indicators.map(\.indicator.symbol),
            Bilingual(zh: "监测指标", en: "indicator"))
    }

    /// The unit that all of these have.
    private func dimension(of places: [Int], _ word: SyntaxWord) throws(Complaint) -> Dimension {
        let dimensions = places.map { unit(of: $0).dimension }
        guard let first = dimensions.first, dimensions.allSatisfy({ $0 == first }) else {
            throw Complaint(
                "unit-mixing", word.position, zh: "“\(word.name)”所指各指标的单位不同，不能一起运算。",
                en: "The indicators that \"\(word.name)\" may be have different units.")
        }
        return first
    }

    mutating func item(_ word: SyntaxWord, of reference: SyntaxReference) throws(Complaint) -> CheckedExpression {
        guard let (item, among) = try indicator(word),
            let (found, known) = try means(reference, asking: among, at: word.position)
        else {
            return .unknown
        }
        return CheckedExpression(
            formula: .item(item, of: found), type: .quantity(try dimension(of: among, word)), traits: known)
    }

    mutating func classOf(
        _ reference: SyntaxReference, _ words: [SyntaxWord], at position: SourcePosition
    ) throws(Complaint) -> CheckedExpression {
        var items: [Formula.Item] = []
        var asked: [Int] = []
        for word in words {
            let meant = try self.items(word)
            guard !meant.isEmpty else { return .unknown }
            for (item, among) in meant {
                guard !items.contains(item) else {
                    throw Complaint(
                        "repeated-indicator", word.position,
                        zh: "指标 \(word.name) 写了两次。请删去一个。",
                        en: "The indicator \(word.name) stands twice. Remove one.")
                }
                items.append(item)
                asked += among
            }
        }
        guard let (found, known) = try means(reference, asking: asked, at: position) else { return .unknown }
        return CheckedExpression(formula: .classOf(found, ordered(items)), type: .waterClass, traits: known)
    }

    /// Fixed indicators by code, then variables as written.
    private func ordered(_ items: [Formula.Item]) -> [Formula.Item] {
        var fixed: [Int] = []
        var variable: [Formula.Item] = []
        for item in items {
            if case .fixed(let place) = item { fixed.append(place) } else { variable.append(item) }
        }
        fixed.sort { members.indicators[$0].indicator < members.indicators[$1].indicator }
        return fixed.map(Formula.Item.fixed) + variable
    }

    /// An indicator, a list of them or one of the standard sets; empty where it was already reported as wrong.
    private func items(_ word: SyntaxWord) throws(Complaint) -> [(Formula.Item, [Int])] {
        let set: [Member]? =
            switch word.name {
            case "five-items": Self.members(IndicatorSet.fiveItems, members)
            case "twenty-one-items": Self.members(IndicatorSet.twentyOneItems, members)
            default: if case .list(let list) = scope.find(word.name)?.meaning { list } else { nil }
            }
        guard let set else { return try indicator(word).map { [$0] } ?? [] }
        guard set.allSatisfy({ $0.sort == .indicator }) else { throw notAnIndicator(word) }
        return set.map { (.fixed($0.place), [$0.place]) }
    }

    private static func members(_ set: IndicatorSet, _ all: Membership) -> [Member] {
        set.indicators.compactMap { indicator in
            all.indicators.firstIndex { $0.indicator == indicator }.map { Member(sort: .indicator, place: $0) }
        }
    }

    mutating func limit(
        _ word: SyntaxWord, _ waterClass: SyntaxExpression, _ section: SyntaxReference
    ) throws(Complaint) -> CheckedExpression {
        guard let (item, among) = try indicator(word) else { return .unknown }
        let checkedClass = try check(waterClass)
        try require(checkedClass, .waterClass, at: waterClass.start)
        guard let checkedSection = try self.section(section) else { return .unknown }
        var known = Traits([checkedClass.traits, checkedSection.traits])
        if case .local = item { known.isConstant = false }
        known.cause = Traits.MissingCause(position: word.position, name: nil)
        return CheckedExpression(
            formula: .limit(item, of: checkedClass.formula, at: checkedSection.formula),
            type: .quantity(try dimension(of: among, word)), traits: known)
    }
}
