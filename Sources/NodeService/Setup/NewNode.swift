public import Compensation
import Federation
public import Foundation
import NodeStore
public import Presentation

/// Makes a node out of its public facts: folder, `node.yaml`, log key, empty logs, and the file for its neighbours.
public struct NewNode {
    private let folder: URL
    private let facts: URL
    private let certificates: URL
    private let peers: URL
    private let readers: [String]
    private let port: Int?
    private let sm2: SM2

    /// Whether the node signs with SM2 as well.
    public enum SM2: Sendable {
        case without
        /// With a key file that is encrypted under the first line of `passphrase`, where one is given.
        case with(passphrase: URL?)
    }

    public init(
        folder: URL, facts: URL, certificates: URL, peers: URL, readers: [String], port: Int?, sm2: SM2 = .without
    ) {
        self.sm2 = sm2
        self.folder = folder
        self.facts = facts
        self.certificates = certificates
        self.peers = peers
        self.readers = readers
        self.port = port
    }

    public func create(_ language: Language, format: OutputFormat = .table) async throws -> CommandOutcome {
        try ControlServer.checkPath(folder)
        try DataFolder(folder).requireOwner()
        let facts = try NodeFacts(contentsOf: facts)
        // Written last: where it is, a node was complete once.
        let publicFile = folder.appending(path: "\(facts.node.text).yaml")
        if FileManager.default.fileExists(atPath: publicFile.path) {
            guard !DataFolder(folder).isInitialised else { throw StoreError.alreadyInitialised(folder.path) }
            throw CommandFailure(
                ExitCode.integrity,
                zh: "\(folder.path) 中曾有完整的节点，但 log.sqlite 不见了。重新建立会签署第二份历史；请用 tongzhou recover 从邻居镜像找回。",
                en:
                    "\(folder.path) had a complete node, but its log.sqlite is gone. Creating it anew would sign a second history; tongzhou recover gets it back from the neighbours' mirrors."
            )
        }
        let file = folder.appending(path: "node.yaml")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let configuration = try configuration(file, facts)
        try await NodeLauncher.initialise(configuration)
        try Data(try NodeLauncher.publicFacts(configuration).utf8).write(to: publicFile)
        let created = NodeCreated(
            node: facts.node, name: facts.name, configuration: file.path, publicFile: publicFile.path,
            fingerprint: try PeerConfiguration(contentsOf: publicFile).fingerprint)
        return CommandOutcome(exitCode: ExitCode.done, output: created.rendered(format, language))
    }

    /// What `file` says; written first where there is none, and not left behind when it cannot be used.
    private func configuration(_ file: URL, _ facts: NodeFacts) throws -> NodeConfiguration {
        guard !FileManager.default.fileExists(atPath: file.path) else { return try NodeConfiguration(contentsOf: file) }
        try Data(try text(facts).utf8).write(to: file, options: .withoutOverwriting)
        do {
            return try NodeConfiguration(contentsOf: file)
        } catch {
            try? FileManager.default.removeItem(at: file)
            throw error
        }
    }

    private func text(_ facts: NodeFacts) throws -> String {
        for reader in readers where !facts.logs.contains(where: { reader.hasPrefix($0.channel.text + "=") }) {
            throw CommandFailure(
                zh: "--readers \(reader)：\(facts.node.text) 没有这个通道",
                en: "--readers \(reader): \(facts.node.text) has no such channel")
        }
        let channels = try facts.logs.map { origin in
            "  \(origin.channel.text): {epoch: \(origin.epoch), readers: [\(try readers(of: origin.channel))]}"
        }.joined(separator: "\n")
        return """
            # 节点配置 · node configuration
            node: \(facts.node.text)
            code: "\(facts.code.text)"
            role: \(facts.role.rawValue)
            name: {zh: \(QuotedYAML.text(facts.name.zh)), en: \(QuotedYAML.text(facts.name.en))}
            listen: {host: \(QuotedYAML.text(facts.host)), port: \(port ?? facts.port)}
            # 数据库所在文件夹；相对路径以本文件所在文件夹为准 · folder of the databases, relative to this file
            data: .
            tls:
              certificate: \(QuotedYAML.text("\(certificates.path)/\(facts.node.text).pem"))
              key: \(QuotedYAML.text("\(certificates.path)/\(facts.node.text).key"))
              authority: \(QuotedYAML.text("\(certificates.path)/ca.pem"))
            log_key: keys/log.key
            \(sm2Section)peers: \(QuotedYAML.text(peers.path))
            # 每个通道一条日志；readers: [members] 表示全体成员 · one log per channel; [members] means every member
            channels:
            \(channels)
            # automatic：节点自行；operator：由操作员决定 · by the node itself, or by an operator's word
            settlements: {proposing: automatic, accepting: operator}

            """
    }

    private var sm2Section: String {
        guard case .with(let passphrase) = sm2 else { return "" }
        let secret = passphrase.map { ", passphrase: \(QuotedYAML.text($0.path))" } ?? ""
        return """
            # 国密 SM2 密钥，与日志密钥同时签署 · SM2 keys that sign beside the log key
            sm2: {keys: [keys/sm2.key]\(secret)}

            """
    }

    private func readers(of channel: ChannelName) throws -> String {
        let given = readers.filter { $0.hasPrefix(channel.text + "=") }
        if let last = given.last {
            let names = last.dropFirst(channel.text.utf8.count + 1).split(separator: ",")
            return names.map { QuotedYAML.text($0.trimmingCharacters(in: .whitespaces)) }.joined(separator: ", ")
        }
        guard ["common", "central"].contains(channel.text) else {
            throw CommandFailure(
                zh: "通道 \(channel.text) 的读者未指明；请加 --readers \(channel.text)=节点,节点",
                en: "the readers of channel \(channel.text) are not given; add --readers \(channel.text)=node,node")
        }
        return "members"
    }
}
