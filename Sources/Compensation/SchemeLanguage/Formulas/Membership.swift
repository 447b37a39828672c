/// Everything that a scheme names and that a rule may stand for.
struct Membership: Sendable {
    private(set) var parties: [SchemeParty] = []
    private(set) var sections: [SchemeSection] = []
    private(set) var items: [String] = []
    private(set) var indicators: [(indicator: Indicator, limits: IndicatorLimits?)] =
        Indicator.all.map { ($0, nil) }

    mutating func add(_ party: SchemeParty) -> Member {
        parties.append(party)
        return Member(sort: .party, place: parties.count - 1)
    }

    mutating func add(_ section: SchemeSection) -> Member {
        sections.append(section)
        return Member(sort: .section, place: sections.count - 1)
    }

    mutating func addItem(_ name: String) -> Member {
        items.append(name)
        return Member(sort: .item, place: items.count - 1)
    }

    mutating func add(_ indicator: Indicator, _ limits: IndicatorLimits?) -> Member {
        indicators.append((indicator, limits))
        return Member(sort: .indicator, place: indicators.count - 1)
    }

    /// The name that the scheme uses.
    func name(_ member: Member) -> String {
        switch member.sort {
        case .party: parties[member.place].role
        case .section: sections[member.place].name
        case .item: items[member.place]
        case .indicator: indicators[member.place].indicator.symbol
        }
    }

    /// The member with this name; nil where there is none.
    func member(_ name: String) -> Member? {
        func isName(_ text: String) -> Bool { UTF8Order.areEqual(text, name) }
        func found(_ sort: Member.Sort, _ place: Int?) -> Member? { place.map { Member(sort: sort, place: $0) } }
        return found(.party, parties.firstIndex { isName($0.role) })
            ?? found(.section, sections.firstIndex { isName($0.name) })
            ?? found(.item, items.firstIndex(where: isName))
            ?? found(.indicator, indicators.firstIndex { isName($0.indicator.symbol) })
            ?? found(.indicator, indicators.firstIndex { isName($0.indicator.name.zh) })
    }

    func indicator(_ member: Member) -> Indicator { indicators[member.place].indicator }

    /// The limits of an indicator for a body of water: the scheme's own, otherwise GB 3838-2002.
    func limits(_ place: Int, _ bodyType: BodyType) -> IndicatorLimits? {
        let entry = indicators[place]
        return entry.limits
            ?? WaterQualityStandard.gb3838.limits(of: entry.indicator, bodyType: bodyType)
    }
}
