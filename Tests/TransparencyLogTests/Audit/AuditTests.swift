import Testing
import TransparencyLog

/// Our log in the eyes of another implementation.
@Suite("audit by aics-tlog", .serialized)
struct AuditTests {
    @Test("a whole log is accepted", arguments: [0, 1, 255, 256, 257, 600, 70_000])
    func accepted(size: Int) throws {
        let directory = try LogDirectory(size: size)
        let report = try Auditor.audit(directory.url, vkey: directory.signer.verifier.vkey)
        #expect(report.ok, "\(report)")
        #expect(report.origin == LogDirectory.origin)
        #expect(report.size == size)
        #expect(report.root == directory.log.frontier.root.base64)
        #expect(report.tiles == LogResource.tiles(forSize: size).count)
        #expect(report.bundles == LogResource.bundles(forSize: size).count)
    }

    @Test(
        "one flipped bit in any kind of resource is refused",
        arguments: [
            (.checkpoint, "checkpoint"),
            (.tile(level: 0, index: 100, width: 256), "tiles"),
            (.tile(level: 0, index: 273, width: 112), "tiles"),
            (.tile(level: 1, index: 0, width: 256), "tiles"),
            (.tile(level: 1, index: 1, width: 17), "tiles"),
            (.tile(level: 2, index: 0, width: 1), "tiles"),
            (.entries(index: 100, width: 256), "tiles"),
            (.entries(index: 273, width: 112), "tiles"),
        ] as [(LogResource, String)])
    func flippedBit(resource: LogResource, stage: String) throws {
        let directory = try LogDirectory(size: 70_000)
        var bytes = try directory.read(resource)
        bytes[bytes.count / 2] ^= 1
        try directory.write(bytes, to: resource)
        let report = try Auditor.audit(directory.url, vkey: directory.signer.verifier.vkey)
        #expect(!report.ok)
        #expect(report.stage == stage)
    }

    @Test("a checkpoint over another tree, and a missing resource, are refused")
    func wrongTree() throws {
        let directory = try LogDirectory(size: 600)
        let vkey = directory.signer.verifier.vkey
        let root = directory.log.frontier.root
        try directory.publish(Checkpoint(origin: LogDirectory.origin, size: 599, root: root))
        #expect(try !Auditor.audit(directory.url, vkey: vkey).ok)
        try directory.publish(Checkpoint(origin: LogDirectory.origin, size: 600, root: root))
        #expect(try Auditor.audit(directory.url, vkey: vkey).ok)
        try directory.remove(.entries(index: 2, width: 88))
        #expect(try !Auditor.audit(directory.url, vkey: vkey).ok)
    }
}
