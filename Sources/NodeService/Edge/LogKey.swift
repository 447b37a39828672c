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
        let text = try ConfigurationFile.secret(of: url)
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

    /// The 32 bytes of another key that whoever has this one can always make again: HKDF-SHA256 (RFC 5869) without
    /// salt. Nothing about this key follows from them.
    func derivedSeed(_ purpose: String) -> [UInt8] {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: seed), info: Array(purpose.utf8), outputByteCount: 32
        ).withUnsafeBytes { Array($0) }
    }
}
