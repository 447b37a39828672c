extension Scheme {
    /// What the scheme consists of, in the order of the text.
    public var outline: SchemeOutline {
        SchemeOutline(
            parameters: program.rules.filter { $0.sort == .parameter }.map(supplied),
            facts: program.rules.filter { $0.sort == .fact }.map(supplied), rules: program.rules.map(\.outlined))
    }

    private func supplied(_ rule: Rule) -> SchemeOutline.Supplied {
        let unit =
            switch rule.type {
            case .waterClass: "class"
            case .boolean: "condition"
            default: rule.unit.symbol
            }
        return SchemeOutline.Supplied(
            name: rule.name, label: rule.label, unit: unit, arguments: rule.variables.map(\.name),
            article: rule.article, line: rule.line, hasStandard: rule.hasStandard)
    }
}

extension Rule {
    fileprivate var sort: SchemeOutline.Sort {
        switch content {
        case .definition, .means: .definition
        case .table: .table
        case .supplied(_, let isParameter): isParameter ? .parameter : .fact
        case .requirement: .requirement
        case .payment: .payment
        }
    }

    fileprivate var hasStandard: Bool {
        if case .supplied(.some, _) = content { true } else { false }
    }

    fileprivate var outlined: SchemeOutline.Rule {
        let text: String = if case .requirement(_, let text) = content { text.en } else { label }
        // A number that is marked as unverified rests on itself.
        let isMarked = sort != .parameter && restsOn.contains { UTF8Order.areEqual($0, name) }
        return SchemeOutline.Rule(
            name: name, label: text, sort: sort, article: article, line: line, source: source, restsOn: restsOn,
            isUnverified: isMarked)
    }
}
