import Compensation
public import Federation
public import Foundation
import TransparencyLog

/// The public facts about one node of the federation: one file in the folder `peers`.
public struct PeerConfiguration: Sendable {
    public let member: Member
    public let host: String
    public let port: Int
    /// The logs this node offers; a neighbour follows those it may read.
    public let logs: [LogOrigin]
    /// SHA-256 of the TLS key's SubjectPublicKeyInfo, hexadecimal; `nil`: any key the authority certified.
    public let tlsKey: String?

    /// - Throws: `ConfigurationProblem`.
    public init(contentsOf url: URL) throws {
        var reader = try ConfigurationReader(file: url.path, text: ConfigurationFile.text(of: url))
        let (node, code, role, name) = try MemberFacts.read(&reader)
        (host, port, logs) = try MemberFacts.readReach(&reader, node)
        let key = try reader.parsed(
            "log_key", expected: Bilingual(zh: "Ed25519 公钥的 Base64（向对方索取其节点文件）", en: "an Ed25519 public key in base64 (ask the peer for its file)")
        ) { text in Base64.decode(text).flatMap { $0.count == 32 ? $0 : nil } }
        member = Member(node: node, code: code, role: role, name: name, logKey: key)
        tlsKey = try reader.optionalText("tls_key")
        try reader.finish()
    }

    /// All `*.yaml` files of a folder, in order of file name.
    public static func folder(_ url: URL) throws -> [PeerConfiguration] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: url.path) else {
            throw ConfigurationProblem(file: url.path, zh: "没有这个文件夹", en: "there is no such folder")
        }
        return try names.filter { $0.hasSuffix(".yaml") }.sorted().map {
            try PeerConfiguration(contentsOf: url.appending(path: $0))
        }
    }

    /// The file that neighbours need about a node.
    public static func text(
        of configuration: NodeConfiguration, logKey: [UInt8], host: String, port: Int
    ) -> String {
        """
        # \(configuration.name.zh) · \(configuration.name.en)
        node: \(configuration.node.text)
        code: "\(configuration.code.text)"
        role: \(configuration.role.rawValue)
        name: {zh: \(configuration.name.zh), en: \(configuration.name.en)}
        address: {host: \(host), port: \(port)}
        log_key: \(Base64.encode(logKey))
        logs: [\(configuration.channels.map { "\($0.channel.text)/\($0.epoch)" }.joined(separator: ", "))]

        """
    }
}
