import NodeService
import Synchronization

/// A log of a few fixed resources and a checkpoint that a test can change.
final class TestSource: LogSource {
    struct Broken: Error {}

    static let bundle: [UInt8] = Array((0..<20_000).map { UInt8($0 % 251) })

    private let tag = Mutex("one")
    private let parkedCount = Mutex(0)
    private let cancelledCount = Mutex(0)
    private let seen = Mutex<[LogRequest]>([])

    var parked: Int { parkedCount.withLock { $0 } }
    var cancelled: Int { cancelledCount.withLock { $0 } }
    var requests: [LogRequest] { seen.withLock { $0 } }

    func publish(_ newTag: String) {
        tag.withLock { $0 = newTag }
    }

    func resource(_ request: LogRequest) async throws -> LogResourceBody? {
        seen.withLock { $0.append(request) }
        guard request.channel == "common" else { return nil }
        switch request.path {
        case "tile/0/x001/067.p/3", "tile/entries/000":
            return LogResourceBody(
                bytes: Self.bundle, contentType: "application/octet-stream", etag: "bundle",
                cacheControl: "private, immutable")
        case "broken":
            throw Broken()
        default:
            return nil
        }
    }

    func checkpoint(_ request: LogRequest, knownTag: String?, waitSeconds: Int) async throws -> LogResourceBody? {
        guard request.channel == "common" else { return nil }
        let clock = ContinuousClock()
        let end = clock.now + .seconds(waitSeconds)
        if waitSeconds > 0 { parkedCount.withLock { $0 += 1 } }
        while tag.withLock({ $0 }) == knownTag, clock.now < end {
            do {
                try await Task.sleep(for: .milliseconds(20))
            } catch {
                cancelledCount.withLock { $0 += 1 }
                throw error
            }
        }
        let current = tag.withLock { $0 }
        return LogResourceBody(
            bytes: Array("checkpoint \(current)\n".utf8), contentType: "text/plain; charset=utf-8",
            etag: current, cacheControl: "no-cache")
    }
}
