/// Finds out what a scheme means: names, types, units, missing data. What passes can be computed for any readings.
struct SchemeChecker {
    let articles: [SchemeArticle]
    private(set) var complaints: [Complaint] = []
    var scope = Scope([])
    /// Computes what does not depend on data, so that a division by zero is found on loading.
    var constants = Evaluator(readings: [])
    /// For each rule the indicators asked of it; empty but for means.
    var requested: [[Indicator]] = []

    private var rules: [Rule] = []
    private var identifier: String?
    private var title: Bilingual?
    private var periodKind: PeriodKind?
    private var validity: SchemeValidity?
    private var parties: [SchemeParty] = []
    private var sections: [SchemeSection] = []
    /// The words that began a statement so far, with the line of the first.
    private var seen: [(keyword: String, line: Int)] = []

    init(articles: [SchemeArticle]) {
        self.articles = articles
    }

    mutating func check(_ statements: [SyntaxStatement]) {
        scope = Scope(statements)
        for statement in statements {
            checkOnce(statement)
            do throws(Complaint) { try read(statement) } catch { complaints.append(error) }
        }
        for keyword in ["scheme", "title", "party", "period", "valid", "pay"] where !hasSeen(keyword) {
            complaints.append(
                Complaint(
                    "missing-statement", SourcePosition(line: 1, column: 1),
                    zh: "方案缺少以 \(keyword) 开头的一句。请补上；写法见 docs/schemes.md。",
                    en: "The scheme has no statement that begins with \(keyword)."
                        + " Add one; docs/schemes.md shows how."))
        }
    }

    /// Nil where complaints were found.
    func scheme(source: String) -> Scheme? {
        guard complaints.isEmpty, let identifier, let title, let periodKind, let validity else { return nil }
        let finished = zip(rules, requested).map { rule, indicators in
            guard case .definition(let formula, let type, _) = rule.content else { return rule }
            return rule.with(.definition(formula, type, requested: indicators.sorted()))
        }
        return Scheme(
            identifier: identifier, title: title, parties: parties, sections: sections, periodKind: periodKind,
            validity: validity, articles: articles, source: source, rules: finished)
    }

    private func hasSeen(_ keyword: String) -> Bool {
        seen.contains { UTF8Order.areEqual($0.keyword, keyword) }
    }

    private mutating func checkOnce(_ statement: SyntaxStatement) {
        let keyword = statement.keyword
        let earlier = seen.first { UTF8Order.areEqual($0.keyword, keyword) }
        guard let earlier else {
            seen.append((keyword, statement.position.line))
            return
        }
        guard ["scheme", "title", "period", "valid"].contains(where: { UTF8Order.areEqual($0, keyword) }) else {
            return
        }
        complaints.append(
            Complaint(
                "repeated-statement", statement.position,
                zh: "\(keyword) 已写在第 \(earlier.line) 行，只能写一次。请删去一句。",
                en: "\(keyword) already stands in line \(earlier.line) and may stand only once. Remove one."))
    }

    private mutating func read(_ statement: SyntaxStatement) throws(Complaint) {
        switch statement.form {
        case .scheme(let text): identifier = text
        case .title(let text): title = text
        case .period(let kind): periodKind = kind
        case .valid(let periods): validity = periods
        case .party(let declaration, let code):
            try define(declaration, .party(code))
            parties.append(SchemeParty(role: declaration.name, label: declaration.label, code: code))
        case .section(let declaration, let id, let bodyType):
            try readSection(declaration, id, bodyType)
        case .define(let declaration, let expression):
            try readDefinition(declaration, expression, statement)
        case .pay(let declaration, let cases):
            try readPayment(declaration, cases, statement)
        case .mistaken(let name):
            if let name { _ = scope.define(name, statement.position, .mistaken) }
        }
    }

    private mutating func readSection(
        _ declaration: SyntaxStatement.Declaration, _ id: SectionID, _ bodyType: BodyType
    ) throws(Complaint) {
        if let earlier = sections.first(where: { $0.id == id }) {
            throw Complaint(
                "repeated-section-id", declaration.position,
                zh: "断面标识 \(id.text) 已用于“\(earlier.name)”。请核对标识。",
                en: "The identifier \(id.text) already belongs to \"\(earlier.name)\". Check it.")
        }
        try define(declaration, .section(id, bodyType))
        sections.append(
            SchemeSection(name: declaration.name, label: declaration.label, id: id, bodyType: bodyType))
    }

    private mutating func readDefinition(
        _ declaration: SyntaxStatement.Declaration, _ expression: SyntaxExpression, _ statement: SyntaxStatement
    ) throws(Complaint) {
        do throws(Complaint) {
            let checked = try check(expression)
            let constant = checked.isConstant ? try constantValue(checked.formula, at: expression.start) : nil
            try define(declaration, .value(rule: rules.count, checked.type, isConstant: checked.isConstant))
            add(declaration, .definition(checked.formula, checked.type, requested: []), statement)
            constants.append(constant ?? .missing)
        } catch {
            _ = scope.define(declaration.name, declaration.position, .mistaken)
            throw error
        }
    }

    private mutating func readPayment(
        _ declaration: SyntaxStatement.Declaration, _ cases: [SyntaxStatement.Case], _ statement: SyntaxStatement
    ) throws(Complaint) {
        let checked = try check(cases, of: declaration)
        try define(declaration, .payment)
        add(declaration, .payment(checked), statement)
        constants.append(.missing)
    }

    private mutating func define(
        _ declaration: SyntaxStatement.Declaration, _ meaning: Definition.Meaning
    ) throws(Complaint) {
        if let complaint = scope.define(declaration.name, declaration.position, meaning) { throw complaint }
    }

    private mutating func add(
        _ declaration: SyntaxStatement.Declaration, _ content: Rule.Content, _ statement: SyntaxStatement
    ) {
        let line = statement.position.line
        rules.append(
            Rule(
                name: declaration.name, label: declaration.label, content: content,
                article: SchemeLoader.article(at: line, among: articles), line: line, source: statement.source))
        requested.append([])
    }
}
