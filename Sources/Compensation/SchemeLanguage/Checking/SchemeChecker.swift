/// Finds out what a scheme means: names, types, units, missing data. What passes can be computed for any readings.
struct SchemeChecker {
    let articles: [SchemeArticle]
    let units: Units
    var complaints: [Complaint] = []
    var scope = Scope([])
    var members = Membership()
    /// Computes what does not depend on data, so that a division by zero is found on loading.
    var constants: Evaluator
    /// For each rule what is known about its value.
    var traits: [Traits] = []
    /// For each rule the indicators asked of it; empty but for means.
    var requested: [[Int]] = []
    /// The variables that hold here, innermost last.
    var locals: [Local] = []
    /// References that are known here to have a value.
    var present: [Formula.Reference] = []
    var periodKind: PeriodKind?
    var validity: SchemeValidity?

    private(set) var rules: [Rule] = []
    private var identifier: String?
    private var title: Bilingual?
    /// The words that began a statement so far, with the line of the first.
    private var seen: [(keyword: String, line: Int)] = []

    struct Local {
        let name: String
        let type: ValueType
    }

    init(articles: [SchemeArticle], units: Units) {
        self.articles = articles
        self.units = units
        constants = Evaluator(units: units)
    }

    mutating func check(_ statements: [SyntaxStatement]) {
        scope = Scope(statements)
        for statement in statements {
            switch statement.form {
            case .period(let kind): periodKind = periodKind ?? kind
            case .valid(let periods): validity = validity ?? periods
            default: break
            }
        }
        for statement in statements {
            checkOnce(statement)
            locals = []
            present = []
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
        checkWork()
    }

    /// Nil where complaints were found.
    func scheme(source: String) -> Scheme? {
        guard complaints.isEmpty, let identifier, let title, let periodKind, let validity else { return nil }
        let finished = zip(rules, requested).map { rule, places in
            var rule = rule
            if case .means(let statistic, _) = rule.content {
                let ordered = places.sorted { members.indicators[$0].indicator < members.indicators[$1].indicator }
                rule.content = .means(statistic, requested: ordered)
            }
            return rule
        }
        return Scheme(
            identifier: identifier, title: title, periodKind: periodKind, validity: validity, articles: articles,
            source: source, looksBeyondPeriod: traits.contains(where: \.looksBeyond),
            program: Program(members: members, units: units, rules: finished))
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
        do throws(Complaint) {
            switch statement.form {
            case .scheme(let text): identifier = text
            case .title(let text): title = text
            case .period, .valid: break
            case .mistaken(let name):
                if let name { _ = scope.define(name, statement.position, .mistaken) }
            case .party, .section, .item, .list, .unit, .indicator: try readVocabulary(statement.form)
            default: try readRule(statement)
            }
        } catch {
            if let declaration = statement.declaration {
                _ = scope.define(declaration.name, declaration.position, .mistaken)
            }
            throw error
        }
    }

    mutating func define(
        _ declaration: SyntaxStatement.Declaration, _ meaning: Definition.Meaning
    ) throws(Complaint) {
        if let complaint = scope.define(declaration.name, declaration.position, meaning) { throw complaint }
    }

    mutating func add(_ rule: Rule, _ known: Traits) {
        rules.append(rule)
        requested.append([])
        traits.append(known)
        constants.append(rule)
    }

    private mutating func checkWork() {
        var total = 0
        for (rule, known) in zip(rules, traits) {
            let (sum, overflow) = total.addingReportingOverflow(known.cost)
            total = overflow ? Int.max : sum
            guard total > SchemeLimits.evaluations else { continue }
            complaints.append(
                Complaint(
                    "too-much-work", SourcePosition(line: rule.line, column: 1),
                    zh: "到此为止，各列表相乘超过 \(SchemeLimits.evaluations) 次计算。请缩小列表，或改按更长的核算期分解。",
                    en: "Up to here the lists multiply to more than \(SchemeLimits.evaluations) evaluations."
                        + " Use shorter lists."))
            return
        }
    }
}
