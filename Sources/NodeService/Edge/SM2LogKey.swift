import Compensation
import Federation
import Foundation
import NationalCryptography
import TransparencyLog

/// An SM2 key that signs a node's history beside its log key, and cosigns for its witness and mirror. Read from a file
/// that only its owner may read; never printed.
public struct SM2LogKey: Sendable {
    private let key: SM2PrivateKey

    /// The point, 65 bytes.
    public var publicKey: [UInt8] { key.publicKey.point }

    private init(_ key: SM2PrivateKey) { self.key = key }

    /// A new random key.
    static func generate() throws -> SM2LogKey { SM2LogKey(try SM2PrivateKey.generate()) }

    /// The key in `url`: PKCS #8 as PEM, which may be encrypted.
    /// - Throws: `ConfigurationProblem` when the file is missing, readable by others or no SM2 key under that passphrase.
    init(contentsOf url: URL, passphrase: [UInt8]?) throws {
        guard let key = SM2PrivateKey(pem: try ConfigurationFile.secret(of: url), passphrase: passphrase) else {
            throw ConfigurationProblem(
                file: url.path, zh: "不是 SM2 私钥（PKCS #8 PEM），或口令不对（sm2.passphrase）",
                en: "not an SM2 private key (PKCS #8 PEM), or another passphrase is needed (sm2.passphrase)")
        }
        self.key = key
    }

    /// The passphrase in `url`: its first line.
    /// - Throws: `ConfigurationProblem`.
    static func passphrase(_ url: URL) throws -> [UInt8] {
        let line = try ConfigurationFile.secret(of: url).utf8.prefix { $0 != UInt8(ascii: "\n") }
        guard (8...1024).contains(line.count) else {
            throw ConfigurationProblem(
                file: url.path, zh: "首行应为 8 至 1024 字节的口令",
                en: "the first line should be a passphrase of 8 to 1024 bytes")
        }
        return Array(line)
    }

    /// Writes a new file with mode 0600, encrypted where there is a passphrase; never replaces one.
    func write(to url: URL, passphrase: [UInt8]?) throws {
        try PrivateFile.create(url.path, mode: 0o600, text: try key.pem(passphrase: passphrase))
    }

    /// The signer of one log: key name = origin.
    func signer(of origin: LogOrigin) -> NoteSigner? { NoteSigner(name: origin.text, privateKey: key) }

    /// A cosigner of `node`.
    func cosigner(_ cosigner: Cosigner, of node: NodeName) -> CosignatureSigner? {
        CosignatureSigner(name: cosigner.name(of: node), privateKey: key)
    }
}
