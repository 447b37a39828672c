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

    init(_ reader: inout ConfigurationReader, path: (String) -> URL) throws {
        guard var section = try reader.optionalSection("sm2") else {
            (files, passphrase, former) = ([], nil, [])
            return
        }
        files = try section.texts("keys").map(path)
        passphrase = try section.optionalText("passphrase").map(path)
        former = try MemberFacts.readSM2Keys("former", &section)
        guard files.count <= NodeEntry.mostSM2Keys else {
            throw section.problem(
                "keys", zh: "最多 \(NodeEntry.mostSM2Keys) 把", en: "\(NodeEntry.mostSM2Keys) keys at most")
        }
        try section.finish()
    }
}
