import Compensation
import Foundation
import NodeStore
import Presentation
import Testing

@testable import NodeService

/// Commands beside a folder that somebody else holds, or held.
@Suite struct ControlClientTests {
    private func status(_ node: LocalNode) async throws -> CommandOutcome {
        let configuration = try NodeConfiguration(contentsOf: node.home.appending(path: "node.yaml"))
        return try await ControlClient(configuration).perform(.status(check: false), .en, format: .table)
    }

    private func folder(_ node: LocalNode) throws -> DataFolder {
        DataFolder(try NodeConfiguration(contentsOf: node.home.appending(path: "node.yaml")).data)
    }

    @Test func waitsWhileAShortCommandHoldsTheFolder() async throws {
        let node = try await LocalNode()
        var lock: FolderLock? = try FolderLock(folder(node))
        async let outcome = status(node)
        try await Task.sleep(for: .milliseconds(500))
        withExtendedLifetime(lock) {}
        lock = nil
        #expect(try await outcome.exitCode == ExitCode.done)
    }

    /// A node killed with -9 leaves the file of its socket behind; an HTTP client alone goes on trying it.
    @Test func theSocketOfAKilledNodeIsNobody() async throws {
        let node = try await LocalNode()
        let path = try folder(node).controlSocket.path
        #expect(await !ControlClient.listens(at: path))
        let descriptor = try bound(to: path)
        #expect(listen(descriptor, 1) == 0)
        #expect(await ControlClient.listens(at: path))
        #expect(close(descriptor) == 0 && FileManager.default.fileExists(atPath: path))
        #expect(await !ControlClient.listens(at: path))
        #expect(try await status(node).exitCode == ExitCode.done)
    }

    private func bound(to path: String) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(result == 0)
        return descriptor
    }
}
