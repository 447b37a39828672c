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
            "log_key",
            expected: Bilingual(
                zh: "Ed25519 公钥的 Base64（向对方索取其节点文件）", en: "an Ed25519 public key in base64 (ask the peer for its file)")
        ) { text in Base64.decode(text).flatMap { $0.count == 32 ? $0 : nil } }
        let former = try MemberFacts.readFormerKeys(&reader, node)
        member = Member(
            node: node, code: code, role: role, name: name, logKey: key, formerKeys: former,
            sm2Keys: try MemberFacts.readSM2Keys("sm2_keys", &reader))
        tlsKey = try reader.optionalText("tls_key")
        guard tlsKey.map({ ContentDigest(hex: $0) != nil }) ?? true else {
            throw reader.problem(
                "tls_key", zh: "应为 SHA-256 公钥指纹：64 位小写十六进制",
                en: "expected the key's SHA-256: 64 lower-case hexadecimal digits")
        }
        try reader.finish()
    }

    private init(_ peer: PeerConfiguration, _ member: Member) {
        self.member = member
        (host, port, logs, tlsKey) = (peer.host, peer.port, peer.logs, peer.tlsKey)
    }

    /// The same with what is known of the member replaced.
    func with(_ member: Member) -> PeerConfiguration { PeerConfiguration(self, member) }

    /// All `*.yaml` files of a folder, in order of file name.
    public static func folder(_ url: URL) throws -> [PeerConfiguration] { try files(url).map(\.peer) }

    /// The same with their files.
    static func files(_ url: URL) throws -> [(file: URL, peer: PeerConfiguration)] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: url.path) else {
            throw ConfigurationProblem(file: url.path, zh: "没有这个文件夹", en: "there is no such folder")
        }
        var peers: [(file: URL, peer: PeerConfiguration)] = []
        for name in names.filter({ $0.hasSuffix(".yaml") }).sorted() {
            let file = url.appending(path: name)
            let peer = try PeerConfiguration(contentsOf: file)
            if let other = peers.first(where: { $0.peer.couldSpeakAs(peer) }) {
                throw ConfigurationProblem(
                    file: file.path, zh: "节点名、代码或日志公钥与 \(other.file.lastPathComponent) 相同",
                    en: "same node name, code or log key as \(other.file.lastPathComponent)")
            }
            peers.append((file, peer))
        }
        return peers
    }

    func couldSpeakAs(_ other: PeerConfiguration) -> Bool {
        member.node == other.member.node || member.code == other.member.code || member.logKey == other.member.logKey
    }

    /// The file that neighbours need about a node.
    public static func text(
        of configuration: NodeConfiguration, logKey: [UInt8], sm2: [[UInt8]] = [], host: String, port: Int
    ) -> String {
        let sm2Keys = sm2.isEmpty ? "" : "sm2_keys: [\(sm2.map { Base64.encode($0) }.joined(separator: ", "))]\n"
        return """
            # 节点公开信息 · public facts about a node
            node: \(configuration.node.text)
            code: "\(configuration.code.text)"
            role: \(configuration.role.rawValue)
            name: {zh: \(QuotedYAML.text(configuration.name.zh)), en: \(QuotedYAML.text(configuration.name.en))}
            address: {host: \(QuotedYAML.text(host)), port: \(port)}
            log_key: \(Base64.encode(logKey))
            \(sm2Keys)logs: [\(configuration.channels.map { "\($0.channel.text)/\($0.epoch)" }.joined(separator: ", "))]

            """
    }
}
