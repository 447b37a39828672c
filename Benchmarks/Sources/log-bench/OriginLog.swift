import Federation
import Foundation
import NodeStore
import TransparencyLog

/// A log of made-up records with every resource that a mirror asks for, in memory.
final class OriginLog: Sendable {
    struct Broken: Error {}

    static let entryLength = 306

    let origin: LogOrigin
    let signer: NoteSigner
    let entries: [[UInt8]]
    let note: [UInt8]
    let resources: [String: [UInt8]]

    init(count: Int) throws {
        let text = "500000.tongzhou.test/common/1"
        guard let origin = LogOrigin(text),
            let signer = NoteSigner(name: text, privateKey: Array(repeating: 9, count: 32))
        else { throw Broken() }
        self.origin = origin
        self.signer = signer
        entries = (0..<count).map(Self.entry)
        let folder = try TemporaryFolder()
        let database = try LogDatabase(folder.data, creating: true)
        try database.register(origin, own: true)
        var frontier = Frontier()
        var last: [UInt8] = []
        for start in stride(from: 0, to: count, by: 4096) {
            let batch = LogBatch(
                origin: origin, onto: frontier, entries: Array(entries[start..<min(count, start + 4096)]))
            try database.append(batch) { checkpoint in
                last = try Self.sign(checkpoint, signer)
                return last
            }
            frontier = batch.frontier
        }
        note = last
        let wanted = LogResource.resources(forSize: count)
        resources =
            try database.read(origin) { stored in
                var found: [String: [UInt8]] = [:]
                for resource in wanted { found[resource.path] = try stored.resource(resource) }
                return found
            } ?? [:]
    }

    /// No two alike, and as little compressible as readings are.
    static func entry(_ index: Int) -> [UInt8] {
        var bytes = Array("{\"n\":\(index),\"v\":\"".utf8)
        var state = UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15 | 1
        while bytes.count < entryLength - 2 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            bytes.append(48 + UInt8(state % 10))
        }
        return bytes + Array("\"}".utf8)
    }

    static func sign(_ checkpoint: Checkpoint, _ signer: NoteSigner) throws -> [UInt8] {
        let signature = try signer.sign(checkpoint.body)
        guard let note = SignedNote(text: checkpoint.body, signatures: [signature]) else { throw Broken() }
        return note.bytes
    }

    /// Bundles in order.
    func bundle(_ index: Int) -> [UInt8] {
        resources[LogResource.entries(index: index, width: min(256, entries.count - index * 256)).path] ?? []
    }
}
