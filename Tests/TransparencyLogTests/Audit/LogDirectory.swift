import Foundation
import Testing
import TransparencyLog

/// A log written as the files a static web server would serve; removed when it goes away.
final class LogDirectory {
    static let origin = "tongzhou.example/audit"

    let url: URL
    let log: TestLog
    let signer: NoteSigner

    init(size: Int) throws {
        log = TestLog(size: size)
        signer = try #require(
            NoteSigner(name: Self.origin, privateKey: (0..<32).map { UInt8($0) }))
        url = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID().uuidString)")
        for resource in LogResource.resources(forSize: size) {
            try write(try #require(log.body(resource)), to: resource)
        }
        try publish(
            Checkpoint(origin: Self.origin, size: size, root: log.frontier.root))
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// Signs a checkpoint and puts it in place.
    func publish(_ checkpoint: Checkpoint) throws {
        let signature = try signer.sign(checkpoint.body)
        let note = try #require(SignedNote(text: checkpoint.body, signatures: [signature]))
        try write(note.bytes, to: .checkpoint)
    }

    func read(_ resource: LogResource) throws -> [UInt8] {
        Array(try Data(contentsOf: url.appending(path: resource.path)))
    }

    func write(_ bytes: [UInt8], to resource: LogResource) throws {
        let file = url.appending(path: resource.path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func remove(_ resource: LogResource) throws {
        try FileManager.default.removeItem(at: url.appending(path: resource.path))
    }
}
