import Crypto
import Foundation

/// The text form of a log's public key as C2SP signed-note defines it: `<name>+<hash>+<key>`.
enum VerifierKey {
    /// `base64` is the Ed25519 key as a peer file carries it.
    static func text(origin: String, base64: String) throws -> String {
        guard let key = Data(base64Encoded: base64), key.count == 32 else { throw TestProblem("no key: \(base64)") }
        let typed = Data([1]) + key
        let hash = SHA256.hash(data: Data(origin.utf8) + Data("\n".utf8) + typed).prefix(4)
        return "\(origin)+\(hash.map { String(format: "%02x", $0) }.joined())+\(typed.base64EncodedString())"
    }

    /// The key a node gives to its neighbours.
    static func text(of node: TestNode, channel: String) throws -> String {
        let facts = Run.text("\(node.folder)/\(node.name).yaml").split(separator: "\n")
        let line = facts.first { $0.hasPrefix("log_key: ") }.map { String($0.dropFirst("log_key: ".count)) }
        return try text(origin: "\(node.name)/\(channel)/1", base64: line ?? "")
    }
}
