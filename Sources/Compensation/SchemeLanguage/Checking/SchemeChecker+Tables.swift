/// Tables of constants.
extension SchemeChecker {
    mutating func readTable(
        _ statement: SyntaxStatement, _ declaration: SyntaxStatement.Declaration,
        _ lines: [SyntaxStatement.TableLine], _ isUnverified: Bool
    ) throws(Complaint) {
        let variables = try bind(declaration.variables)
        for variable in variables {
            guard case .time = locals[variable.place].type, case .range = variable.domain else {
                if case .members = variable.domain { continue }
                throw Complaint(
                    "table-key", declaration.position, zh: "表只能按列表成员或写明起止的核算期（如 years 2021 to 2025）分列。",
                    en: "A table stands for the members of a list or for fixed periods such as years 2021 to 2025.")
            }
        }
        locals = []
        var cells: [TableCell] = []
        var otherwise: Formula?
        var type: ValueType?
        for line in lines {
            guard otherwise == nil else {
                throw Complaint(
                    "case-after-otherwise", line.position, zh: "otherwise 须是表的最后一行。",
                    en: "otherwise is the last line of a table.")
            }
            let checked = try constant(line.value, nil)
            type = try joined(type, checked.type, at: line.value.start)
            if let written = line.arguments {
                let cell = TableCell(
                    arguments: try arguments(written, variables, at: line.position), value: checked.formula)
                guard !cells.contains(where: { $0.overlaps(cell) }) else {
                    throw Complaint(
                        "table-key", line.position, zh: "这一项在表中已有一行。请删去一行。",
                        en: "The table has a line for this already. Remove one.")
                }
                cells.append(cell)
            } else {
                otherwise = checked.formula
            }
        }
        if otherwise == nil { try requireComplete(cells, variables, declaration) }
        var known = Traits.constant
        if isUnverified { known.restsOn = [rules.count] }
        try finish(
            statement, declaration, variables, type ?? .unknown, .table(cells, otherwise: otherwise), known, 0)
    }

    private func arguments(
        _ written: [SyntaxStatement.TableLine.Key], _ variables: [Variable], at position: SourcePosition
    ) throws(Complaint) -> [TableCell.Key] {
        guard written.count == variables.count else {
            throw Complaint(
                "table-key", position, zh: "每行冒号前应有 \(variables.count) 项，以逗号分开。",
                en: "Each line has \(variables.count) keys before the colon, separated by commas.")
        }
        var result: [TableCell.Key] = []
        for (key, variable) in zip(written, variables) {
            switch (key, variable.domain) {
            case (.word(let word), .members(let list)):
                guard let member = try member(word) else { continue }
                guard list.contains(member) else {
                    throw Complaint(
                        "not-in-list", word.position, zh: "“\(word.name)”不在“\(variable.name)”的列表中。",
                        en: "\"\(word.name)\" is not in the list of \"\(variable.name)\".")
                }
                result.append(.member(member))
            case (.periods(let first, let last, let place), .range(let periods)):
                guard let start = periods.first, let end = periods.last, first.kind == start.kind, start <= first,
                    last <= end
                else {
                    throw Complaint(
                        "not-in-list", place, zh: "\(first.text) 不在“\(variable.name)”的列表中。",
                        en: "\(first.text) is not in the list of \"\(variable.name)\".")
                }
                result.append(.periods(first, last))
            default:
                throw Complaint(
                    "table-key", position, zh: "此行的项与“\(variable.name)”的列表不是同一类。",
                    en: "A key of this line is not of the sort of \"\(variable.name)\".")
            }
        }
        return result
    }

    private func requireComplete(
        _ cells: [TableCell], _ variables: [Variable], _ declaration: SyntaxStatement.Declaration
    ) throws(Complaint) {
        var combinations: [[Value]] = [[]]
        for variable in variables {
            let values: [Value] =
                switch variable.domain {
                case .members(let list): list.map(Value.member)
                case .range(let periods): periods.map(Value.time)
                default: []
                }
            guard combinations.count * values.count <= Self.mostCells else {
                throw Complaint(
                    "too-much-work", declaration.position, zh: "表超过 \(Self.mostCells) 项。",
                    en: "The table has more than \(Self.mostCells) combinations.")
            }
            combinations = combinations.flatMap { start in values.map { start + [$0] } }
        }
        guard let gap = combinations.first(where: { values in !cells.contains { $0.answers(values) } }) else { return }
        let text = gap.map { constants.text($0) }.joined(separator: ", ")
        throw Complaint(
            "table-incomplete", declaration.position, zh: "表缺少“\(text)”一项。请补上，或在最后写 otherwise: …。",
            en: "The table has no entry for \"\(text)\". Add it, or end with otherwise: ….")
    }

    private static let mostCells = 20_000
}
