import Compensation
import Federation
import Foundation

/// Section `sm2` of `node.yaml`: the SM2 keys that sign beside the log key. Left out: none.
public struct SM2Configuration: Sendable {
    /// The private keys' files, all of which sign; two while one takes the place of the other.
    let files: [URL]
    /// The file with the passphrase of those that are encrypted.
    let passphrase: URL?
    /// Public keys that have signed this node's logs and no longer do, points of 65 bytes.
    let former: [[UInt8]]
    /// Whether the own logs have an SM3 tree beside the other one, signed and served (`docs/sm2-note.md`).
    let tree: Bool

    init(_ reader: inout ConfigurationReader, path: (String) -> URL) throws {
        guard var section = try reader.optionalSection("sm2") else {
            (files, passphrase, former, tree) = ([], nil, [], false)
            return
        }
        files = try section.texts("keys").map(path)
        passphrase = try section.optionalText("passphrase").map(path)
        former = try MemberFacts.readSM2Keys("former", &section)
        guard files.count <= NodeEntry.mostSM2Keys else {
            throw section.problem(
                "keys", zh: "最多 \(NodeEntry.mostSM2Keys) 把", en: "\(NodeEntry.mostSM2Keys) keys at most")
        }
        let wanted = try section.optionalText("tree") ?? "false"
        guard let tree = Bool(wanted) else {
            throw section.problem("tree", zh: "应为 true 或 false", en: "expected true or false")
        }
        guard !tree || !files.isEmpty else {
            throw section.problem(
                "tree", zh: "SM3 树须用 SM2 密钥签署：请在 keys 中写明密钥文件",
                en: "an SM3 tree is signed with SM2: name a key file in keys")
        }
        self.tree = tree
        try section.finish()
    }
}
