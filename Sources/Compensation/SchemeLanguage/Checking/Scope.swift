/// The names of a scheme, in the order in which they are defined.
struct Scope {
    private(set) var definitions: [Definition] = []
    /// Every name that the text defines anywhere, for better answers about one used too early.
    private let declared: [SyntaxStatement.Declaration]

    init(_ statements: [SyntaxStatement]) {
        declared = statements.compactMap(\.declaration)
    }

    func find(_ name: String) -> Definition? {
        definitions.first { UTF8Order.areEqual($0.name, name) }
    }

    /// Adds the name, or answers why it may not be added.
    mutating func define(
        _ name: String, _ position: SourcePosition, _ meaning: Definition.Meaning
    ) -> Complaint? {
        if let earlier = find(name) {
            if case .mistaken = meaning { return nil }
            return Complaint(
                "redefinition", position,
                zh: "“\(name)”已在第 \(earlier.position.line) 行定义。请另取名称。",
                en: "\"\(name)\" is already defined in line \(earlier.position.line). Choose another name.")
        }
        definitions.append(Definition(name: name, position: position, meaning: meaning))
        return nil
    }

    func unknown(_ reference: SyntaxWord) -> Complaint {
        let name = reference.name
        if let later = declared.first(where: { UTF8Order.areEqual($0.name, name) }) {
            return Complaint(
                "used-before-definition", reference.position,
                zh: "“\(name)”到第 \(later.position.line) 行才定义。请把定义移到使用之前。",
                en: "\"\(name)\" is defined only in line \(later.position.line). Move its definition up.")
        }
        let nearest = Spelling.nearest(to: name, among: definitions.map(\.name))
        return Complaint(
            "unknown-name", reference.position,
            zh: "没有定义过“\(name)”。" + (nearest.map { "是否指“\($0)”？" } ?? "")
                + "请先用 party、section、let 等定义；运算符两边须留空格。",
            en: "\"\(name)\" is not defined. " + (nearest.map { "Did you mean \"\($0)\"? " } ?? "")
                + "Define it first with party, section, let or the like; write spaces around operators.")
    }
}
