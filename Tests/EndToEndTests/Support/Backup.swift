import Foundation

/// Copies of a stopped node's folder, to be put back later as an unwise operator would.
struct Backup {
    let node: TestNode
    let place: String

    /// Takes a copy; the node must not be running.
    init(of node: TestNode, _ scratch: ScratchFolder) throws {
        self.node = node
        place = scratch("backup-\(node.code)-\(UInt32.random(in: 0...UInt32.max))")
        try FileManager.default.copyItem(atPath: node.folder, toPath: place)
    }

    func restore() throws {
        try FileManager.default.removeItem(atPath: node.folder)
        try FileManager.default.copyItem(atPath: place, toPath: node.folder)
    }
}
