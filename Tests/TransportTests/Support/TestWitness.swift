import Federation
import NodeService
import Synchronization
import TransparencyLog

/// A witness that answers with what a test gave it and remembers what it was asked.
final class TestWitness: WitnessSource {
    private let answer = Mutex(WitnessAnswer.cosigned(Array("— witness line\n".utf8)))
    private let seen = Mutex<[(member: NodeName, body: [UInt8])]>([])

    var submissions: [(member: NodeName, body: [UInt8])] { seen.withLock { $0 } }

    func answers(_ next: WitnessAnswer) { answer.withLock { $0 = next } }

    func checkpoint(ofOriginHash hash: ContentDigest) async throws -> LogResourceBody? {
        guard hash == ContentDigest(of: Array("a/common/1".utf8)) else { return nil }
        return LogResourceBody(
            bytes: Array("cosigned\n".utf8), contentType: "text/plain; charset=utf-8", etag: "c",
            cacheControl: "no-cache")
    }

    func addCheckpoint(_ body: [UInt8], from member: NodeName) async throws -> WitnessAnswer {
        seen.withLock { $0.append((member, body)) }
        return answer.withLock { $0 }
    }
}
