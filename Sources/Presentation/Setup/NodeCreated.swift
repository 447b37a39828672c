public import Compensation
public import Federation

/// What `init` has made.
public struct NodeCreated: Report {
    public let node: NodeName
    public let name: Bilingual
    public let configuration: String
    /// For the neighbours.
    public let publicFile: String
    /// Of everything that the file for the neighbours says.
    public let fingerprint: KeyFingerprint

    public init(
        node: NodeName, name: Bilingual, configuration: String, publicFile: String, fingerprint: KeyFingerprint
    ) {
        self.node = node
        self.name = name
        self.configuration = configuration
        self.publicFile = publicFile
        self.fingerprint = fingerprint
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("node", .string(node.text)), ("configuration", .string(configuration)),
            ("public_file", .string(publicFile)), ("fingerprint", .string(fingerprint.spoken)),
        ])
    }

    public func text(_ language: Language) -> String {
        Bilingual(
            zh:
                "节点 \(name.zh)（\(node.text)）已建立。\n配置 \(configuration)\n交给邻居 \(publicFile)\n该文件的指纹 \(fingerprint.spoken)（邻居登记时电话核对）\n",
            en:
                "Node \(name.en) (\(node.text)) created.\nconfiguration \(configuration)\nfor the neighbours \(publicFile)\nfingerprint of that file \(fingerprint.spoken), to be compared by telephone\n"
        )(language)
    }
}
