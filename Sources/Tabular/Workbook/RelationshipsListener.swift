/// Reads what the parts of a workbook refer to (`_rels/….rels`).
final class RelationshipsListener: XMLListener {
    struct Relationship {
        let id: String
        /// The last word of its address, which the strict and the transitional form of the standard share.
        let kind: String
        let target: String
    }

    private(set) var relationships: [Relationship] = []

    func start(_ name: String, _ attributes: XMLAttributes) {
        guard name == "Relationship", attributes["TargetMode"] != "External", let id = attributes["Id"],
            let kind = attributes["Type"], let target = attributes["Target"]
        else { return }
        relationships.append(
            Relationship(id: id, kind: kind.split(separator: "/").last.map(String.init) ?? "", target: target))
    }

    func target(ofKind kind: String) -> String? { relationships.first { $0.kind == kind }?.target }

    /// The name of the part that a target written in a part of `folder` means: `xl` and `../a.xml` give `a.xml`.
    static func part(_ target: String, in folder: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") {
            switch step {
            case ".": continue
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}
