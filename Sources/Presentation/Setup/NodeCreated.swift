public import Compensation
public import Federation

/// What `init` has made.
public struct NodeCreated: Report {
    public let node: NodeName
    public let name: Bilingual
    public let configuration: String
    /// For the neighbours.
    public let publicFile: String

    public init(node: NodeName, name: Bilingual, configuration: String, publicFile: String) {
        self.node = node
        self.name = name
        self.configuration = configuration
        self.publicFile = publicFile
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("node", .string(node.text)), ("configuration", .string(configuration)),
            ("public_file", .string(publicFile)),
        ])
    }

    public func text(_ language: Language) -> String {
        Bilingual(
            zh: "节点 \(name.zh)（\(node.text)）已建立。\n配置 \(configuration)\n交给邻居 \(publicFile)\n",
            en:
                "Node \(name.en) (\(node.text)) created.\nconfiguration \(configuration)\nfor the neighbours \(publicFile)\n"
        )(language)
    }
}
