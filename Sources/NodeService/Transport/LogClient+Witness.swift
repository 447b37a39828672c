import AsyncHTTPClient
package import Federation
import NIOCore
import NIOHTTP1
import TransparencyLog

/// A peer's witness, asked over the same connection as its logs (C2SP tlog-witness).
extension LogClient: PeerLink {
    /// Nothing longer is a cosignature line or a size.
    private static let longestAnswer = 8192

    /// Submits a checkpoint. Asking again is safe: a witness that has cosigned answers with the size it has.
    package func addCheckpoint(_ body: [UInt8]) async throws(TransportFailure) -> WitnessReply {
        var request = request(WitnessPath.addCheckpoint.text)
        request.method = .POST
        request.headers.add(name: "content-type", value: "text/plain; charset=utf-8")
        request.body = .bytes(ByteBuffer(bytes: body))
        return try await answer(to: request) { response in
            switch response.status.code {
            case 200:
                return .cosigned(
                    try await AnswerReader(limit: Self.longestAnswer, conditional: false).body(of: response))
            case 409 where response.headers.first(name: "content-type") == WitnessAnswer.sizeType:
                return .conflict(size: try await Self.size(in: response))
            case 503:
                throw TransportFailure(.unreachable, "503: the peer's witness cannot answer now")
            case let code:
                _ = try? await response.body.collect(upTo: Self.longestAnswer)
                return .refused(status: Int(code))
            }
        }
    }

    /// The checkpoint that the peer's witness has cosigned of the log with this origin.
    package func witnessed(
        _ origin: LogOrigin, ifNoneMatch tag: String?
    ) async throws(TransportFailure) -> FetchOutcome {
        let path = WitnessPath.checkpoint(origin: ContentDigest(of: Array(origin.text.utf8))).text
        return try await get(path: path, limit: SignedNote.maximumLength, ifNoneMatch: tag, waitSeconds: 0)
    }

    private static func size(in response: HTTPClientResponse) async throws -> Int {
        let body = try await AnswerReader(limit: 32, conditional: false).body(of: response)
        guard body.last == UInt8(ascii: "\n"), let text = String(validating: body.dropLast(), as: UTF8.self),
            let size = Int(text), TreeSize.isValid(size), String(size).utf8.elementsEqual(text.utf8)
        else { throw TransportFailure(.protocol, "409 without a tree size") }
        return size
    }
}
