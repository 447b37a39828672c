import Crypto
import Federation
public import Foundation
import TransparencyLog

/// The Ed25519 key that signs a node's history. Read from a file that only its owner may read; never printed.
public struct LogKey: Sendable {
    private let seed: [UInt8]
    public let publicKey: [UInt8]

    private init(_ key: Curve25519.Signing.PrivateKey) {
        seed = Array(key.rawRepresentation)
        publicKey = Array(key.publicKey.rawRepresentation)
    }

    /// A new random key.
    public static func generate() -> LogKey { LogKey(Curve25519.Signing.PrivateKey()) }

    /// The key in `url`: 32 bytes as base64 on one line.
    /// - Throws: `ConfigurationProblem` when the file is missing, readable by others or malformed.
    public init(contentsOf url: URL) throws {
        let text = try ConfigurationFile.text(of: url)
        let attributes = try FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)
        guard let mode = attributes[.posixPermissions] as? NSNumber, mode.intValue & 0o077 == 0 else {
            throw ConfigurationProblem(
                file: url.path, zh: "私钥文件可被他人读取；请执行 chmod 600", en: "others can read this private key; run chmod 600")
        }
        guard let seed = Base64.decode(String(text.dropLast(text.hasSuffix("\n") ? 1 : 0))),
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        else {
            throw ConfigurationProblem(file: url.path, zh: "不是日志私钥", en: "not a log key")
        }
        self.init(key)
    }

    /// Writes a new file with mode 0600; never replaces one.
    public func write(to url: URL) throws {
        try PrivateFile.create(url.path, mode: 0o600, text: Base64.encode(seed) + "\n")
    }

    /// The entry by which `node` begins to sign with this key; `nil` when the library fails.
    func rotation(of node: NodeName, from old: [UInt8]) -> KeyRotationEntry? {
        let statement = KeyRotationEntry.statement(node: node, oldKey: old, newKey: publicKey)
        guard let signer = NoteSigner(name: KeyRotationEntry.proofName, privateKey: seed),
            let proof = try? signer.sign(statement)
        else { return nil }
        return KeyRotationEntry(node: node, oldKey: old, newKey: publicKey, proof: proof.signature)
    }

    /// The signer of one log: key name = origin.
    func signer(of origin: LogOrigin) -> NoteSigner? { NoteSigner(name: origin.text, privateKey: seed) }

    /// The cosigner of this node's witness: `<node>/witness`.
    func witness(of node: NodeName) -> CosignatureSigner? {
        CosignatureSigner(name: "\(node.text)/witness", privateKey: seed)
    }

    /// A cosigner of this node, such as its mirror.
    func cosigner(_ name: String) -> CosignatureSigner? { CosignatureSigner(name: name, privateKey: seed) }

    /// The note that says `checkpoint` for one log.
    func note(_ checkpoint: Checkpoint, of origin: LogOrigin) throws -> [UInt8] {
        guard let signature = try signer(of: origin)?.sign(checkpoint.body),
            let note = SignedNote(text: checkpoint.body, signatures: [signature])
        else { throw NodeProblem.cannotSign(origin) }
        return note.bytes
    }
}
