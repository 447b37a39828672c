import Federation
import Foundation

/// What needs attention about the machine: its disk and its clock.
struct MachineConditions {
    private let node: Node

    /// Bytes free below which the disk is low, and below which it counts as full.
    static let low = 1 << 30
    static let full = 100 << 20
    /// Seconds by which two clocks may differ: readings are by the hour, deadlines by the day.
    static let tolerance = 60

    init(_ node: Node) { self.node = node }

    /// - Parameter newest: when this node signed last.
    func conditions(_ now: Timestamp, newest: Timestamp?) -> [Condition] {
        disk() + clocks() + Self.step(back: newest, now, node.member.node)
    }

    /// Bytes free on the file system of a folder; `nil` where it does not say.
    static func free(_ folder: URL) -> Int? {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
        return (attributes?[.systemFreeSize] as? NSNumber)?.intValue
    }

    static func disk(free: Int) -> ConditionCode? { free < full ? .diskFull : free < low ? .diskLow : nil }

    private func disk() -> [Condition] {
        let folder = node.configuration.data
        guard let free = Self.free(folder), let code = Self.disk(free: free) else { return [] }
        return [Condition(code, subject: folder.path, detail: "\(free >> 20) MiB")]
    }

    private func clocks() -> [Condition] {
        node.peers.compactMap { peer in
            guard let lead = node.clocks.lead(of: peer.member.node), abs(lead) > Self.tolerance else { return nil }
            return Condition(
                .clockDiffers, subject: peer.member.node.text, detail: lead > 0 ? "+\(lead) s" : "\(lead) s")
        }
    }

    private static func step(back newest: Timestamp?, _ now: Timestamp, _ node: NodeName) -> [Condition] {
        guard let newest, now.secondsSinceEpoch < newest.secondsSinceEpoch - Int64(tolerance) else { return [] }
        return [Condition(.clockWentBack, subject: node.text, detail: newest.text)]
    }
}
