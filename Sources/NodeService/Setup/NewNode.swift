public import Compensation
import Federation
public import Foundation
import NodeStore

/// Makes a node out of its public facts: folder, `node.yaml`, log key, empty logs, and the file for its neighbours.
public struct NewNode {
    private let folder: URL
    private let facts: URL
    private let certificates: URL
    private let peers: URL
    private let readers: [String]
    private let port: Int?

    public init(folder: URL, facts: URL, certificates: URL, peers: URL, readers: [String], port: Int?) {
        self.folder = folder
        self.facts = facts
        self.certificates = certificates
        self.peers = peers
        self.readers = readers
        self.port = port
    }

    public func create(_ language: Language) async throws -> CommandOutcome {
        guard !DataFolder(folder).isInitialised else { throw StoreError.alreadyInitialised(folder.path) }
        let facts = try NodeFacts(contentsOf: facts)
        let file = folder.appending(path: "node.yaml")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        if !FileManager.default.fileExists(atPath: file.path) {
            try Data(try text(facts).utf8).write(to: file, options: .withoutOverwriting)
        }
        let configuration = try NodeConfiguration(contentsOf: file)
        try await NodeLauncher.initialise(configuration)
        let publicFile = folder.appending(path: "\(facts.node.text).yaml")
        try Data(try NodeLauncher.publicFacts(configuration).utf8).write(to: publicFile)
        return CommandOutcome(
            exitCode: ExitCode.done,
            output: Bilingual(
                zh: "节点 \(facts.name.zh)（\(facts.node.text)）已建立。\n配置 \(file.path)\n交给邻居 \(publicFile.path)\n",
                en: "Node \(facts.name.en) (\(facts.node.text)) created.\nconfiguration \(file.path)\nfor the neighbours \(publicFile.path)\n"
            )(language))
    }

    private func text(_ facts: NodeFacts) throws -> String {
        let channels = try facts.logs.map { origin in
            "  \(origin.channel.text): {epoch: \(origin.epoch), readers: [\(try readers(of: origin.channel))]}"
        }.joined(separator: "\n")
        return """
            # \(facts.name.zh)节点配置 · node configuration of \(facts.name.en)
            node: \(facts.node.text)
            code: "\(facts.code.text)"
            role: \(facts.role.rawValue)
            name: {zh: \(facts.name.zh), en: \(facts.name.en)}
            listen: {host: \(facts.host), port: \(port ?? facts.port)}
            # 数据库所在文件夹；相对路径以本文件所在文件夹为准 · folder of the databases, relative to this file
            data: .
            tls:
              certificate: \(certificates.path)/\(facts.node.text).pem
              key: \(certificates.path)/\(facts.node.text).key
              authority: \(certificates.path)/ca.pem
            log_key: keys/log.key
            peers: \(peers.path)
            # 每个通道一条日志；readers: [members] 表示全体成员 · one log per channel; [members] means every member
            channels:
            \(channels)
            # automatic：节点自行；operator：由操作员决定 · by the node itself, or by an operator's word
            settlements: {proposing: automatic, accepting: operator}

            """
    }

    private func readers(of channel: ChannelName) throws -> String {
        let given = readers.filter { $0.hasPrefix(channel.text + "=") }
        if let last = given.last { return String(last.dropFirst(channel.text.utf8.count + 1)) }
        guard ["common", "central"].contains(channel.text) else {
            throw CommandFailure(
                zh: "通道 \(channel.text) 的读者未指明；请加 --readers \(channel.text)=节点,节点",
                en: "the readers of channel \(channel.text) are not given; add --readers \(channel.text)=node,node")
        }
        return "members"
    }
}
