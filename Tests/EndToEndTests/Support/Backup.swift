import Foundation

/// Copies of a stopped node's folder, to be put back later as an unwise operator would.
struct Backup {
    let node: TestNode
    let place: String
    /// What the machine remembered at the time; no part of a real backup.
    private let sentinel: Data?

    /// Takes a copy; the node must not be running.
    init(of node: TestNode, _ scratch: ScratchFolder) throws {
        self.node = node
        place = scratch("backup-\(node.code)-\(UInt32.random(in: 0...UInt32.max))")
        try FileManager.default.copyItem(atPath: node.folder, toPath: place)
        sentinel = try Sentinel(of: node.folder).content
    }

    func restore() throws {
        try FileManager.default.removeItem(atPath: node.folder)
        try FileManager.default.copyItem(atPath: place, toPath: node.folder)
    }

    /// Puts it back and has the machine believe that nothing was signed since: what an attacker can do who owns it.
    func restoreForged() throws {
        try restore()
        try Sentinel(of: node.folder).forge(sentinel)
    }
}
