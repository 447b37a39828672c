import Compensation
import Federation
import TransparencyLog

/// Section `signatures` of `node.yaml`: of which algorithms a signature has to be on every new checkpoint of another
/// member; `members` stands for all that are not named. Left out: Ed25519.
struct SignatureDemands: Sendable {
    private let named: [(node: NodeName, demanded: [SignatureAlgorithm])]
    private let others: [SignatureAlgorithm]

    init(_ reader: inout ConfigurationReader) throws {
        var named: [(node: NodeName, demanded: [SignatureAlgorithm])] = []
        var others: [SignatureAlgorithm] = [.ed25519]
        if var section = try reader.optionalSection("signatures") {
            for key in section.keys {
                let demanded = try Self.algorithms(key, &section)
                if key == "members" {
                    others = demanded
                } else if let node = NodeName(key) {
                    named.append((node, demanded))
                } else {
                    throw section.problem(key, zh: "应为节点名或 members", en: "expected a node name or members")
                }
            }
            try section.finish()
        }
        self.named = named
        self.others = others
    }

    private static func algorithms(
        _ key: String, _ section: inout ConfigurationReader
    ) throws -> [SignatureAlgorithm] {
        let demanded = try section.texts(key).map { text in
            guard let algorithm = SignatureAlgorithm(rawValue: text) else {
                throw section.problem(
                    key, zh: "“\(text)”应为 ed25519 或 sm2", en: "“\(text)” should be ed25519 or sm2")
            }
            return algorithm
        }
        guard !demanded.isEmpty else {
            throw section.problem(key, zh: "至少要求一种签名", en: "demand one signature at least")
        }
        return demanded
    }

    /// The members that are named.
    var nodes: [NodeName] { named.map(\.node) }

    func of(_ node: NodeName) -> [SignatureAlgorithm] { named.first { $0.node == node }?.demanded ?? others }
}
