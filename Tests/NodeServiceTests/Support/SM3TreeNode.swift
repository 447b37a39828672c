import Compensation
import Foundation
import Testing

@testable import NodeService

/// A node of its own that signs with SM2 and keeps an SM3 tree beside each of its logs, not serving.
final class SM3TreeNode {
    let home: URL
    private let folder: Folder
    private let settings: URL

    init() async throws {
        folder = try Folder()
        home = folder.url.appending(path: "node")
        settings = home.appending(path: "node.yaml")
        let peers = folder.url.appending(path: "peers")
        try FileManager.default.createDirectory(at: peers, withIntermediateDirectories: true)
        let new = NewNode(
            folder: home, facts: Repository.url("peers/430000.yaml"), certificates: folder.url, peers: peers,
            readers: ["youshui=500000.tongzhou.test"], port: nil, sm2: .with(passphrase: nil))
        _ = try await new.create(.en)
        let text = try String(contentsOf: settings, encoding: .utf8)
        try #require(text.contains("sm2: {keys:"))
        try Data(text.replacing("sm2: {keys:", with: "sm2: {tree: true, keys:").utf8).write(to: settings)
    }

    func open(_ clock: any NodeClock = SystemClock()) throws -> Node {
        try NodeLauncher.open(NodeConfiguration(contentsOf: settings), quiet: true, creating: false, clock: clock)
    }

    /// One damage to the tree of a log, done behind the node's back; `change` is a column and its new value in SQL.
    func spoil(_ log: String, _ change: String) throws {
        try Sqlite.execute(
            "UPDATE sm3_tree SET \(change) WHERE log IN (SELECT id FROM log WHERE origin = '\(log)')", in: home)
    }
}
