/// Parties, sections, items, lists and indicators.
extension SchemeChecker {
    mutating func readVocabulary(_ form: SyntaxStatement.Form) throws(Complaint) {
        switch form {
        case .party(let declaration, let code):
            let place = members.parties.count
            try define(declaration, .member(Member(sort: .party, place: place)))
            _ = members.add(SchemeParty(role: declaration.name, label: declaration.label, code: code))
        case .section(let declaration, let id, let bodyType):
            if let earlier = members.sections.first(where: { $0.id == id }) {
                throw Complaint(
                    "repeated-section-id", declaration.position,
                    zh: "断面标识 \(id.text) 已用于“\(earlier.name)”。请核对标识。",
                    en: "The identifier \(id.text) already belongs to \"\(earlier.name)\". Check it.")
            }
            try define(declaration, .member(Member(sort: .section, place: members.sections.count)))
            _ = members.add(
                SchemeSection(name: declaration.name, label: declaration.label, id: id, bodyType: bodyType))
        case .item(let declaration):
            try define(declaration, .member(Member(sort: .item, place: members.items.count)))
            _ = members.addItem(declaration.name)
        case .list(let declaration, let words): try define(declaration, .list(try list(words)))
        case .unit(let declaration): try define(declaration, .unit)
        case .indicator(let declaration, let own): try readIndicator(declaration, own)
        default: break
        }
        constants.adopt(members)
    }

    private func list(_ words: [SyntaxWord]) throws(Complaint) -> [Member] {
        var result: [Member] = []
        for word in words {
            guard let member = try member(word) else { continue }
            if let first = result.first, first.sort != member.sort {
                throw Complaint(
                    "mixed-list", word.position,
                    zh: "列表中的成员须属同一类：“\(word.name)”是\(member.sort.name.zh)，前面是\(first.sort.name.zh)。",
                    en: "The members of a list are of one sort: \"\(word.name)\" is \(member.sort.name.en),"
                        + " the others \(first.sort.name.en).")
            }
            guard !result.contains(member) else {
                throw Complaint(
                    "repeated-member", word.position, zh: "“\(word.name)”在列表中出现两次。请删去一个。",
                    en: "\"\(word.name)\" stands twice in the list. Remove one.")
            }
            result.append(member)
        }
        return result
    }

    /// The member with this name; nil where it was already reported as wrong.
    func member(_ word: SyntaxWord) throws(Complaint) -> Member? {
        switch scope.find(word.name)?.meaning {
        case .member(let member): return member
        case .mistaken: return nil
        case .list, .value, .payment, .unit:
            throw Complaint(
                "not-a-member", word.position,
                zh: "“\(word.name)”不是缔约方、断面、事项或监测指标。", en: "\"\(word.name)\" is no party, section, item or indicator.")
        case nil:
            guard let known = members.member(word.name) else { throw scope.unknown(word) }
            return known
        }
    }

    private mutating func readIndicator(
        _ declaration: SyntaxStatement.Declaration, _ own: SyntaxStatement.OwnIndicator
    ) throws(Complaint) {
        if members.indicators.contains(where: { UTF8Order.areEqual($0.indicator.code, own.code.name) }) {
            throw Complaint(
                "repeated-indicator", own.code.position, zh: "指标代码 \(own.code.name) 已用过。",
                en: "The indicator code \(own.code.name) is used already.")
        }
        try define(declaration, .member(Member(sort: .indicator, place: members.indicators.count)))
        let indicator = Indicator(
            code: own.code.name, symbol: declaration.name,
            name: Bilingual(zh: declaration.name, en: declaration.label), unit: own.unit.symbol,
            decimals: own.decimals)
        let limits = own.limits.map { limits in
            let values = limits.values.map(\.rational)
            return IndicatorLimits(indicator, limits.isUpper ? .atMost(values) : .atLeast(values))
        }
        _ = members.add(indicator, limits)
    }

    /// The unit of an indicator's values.
    func unit(of place: Int) -> Unit {
        members.indicators[place].indicator.schemeUnit(units) ?? .none
    }
}
