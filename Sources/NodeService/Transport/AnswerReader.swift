import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Reads one answer of a peer, with bounds.
struct AnswerReader {
    /// Bytes of body allowed.
    let limit: Int
    /// Whether the request carried an entity tag, so that 304 makes sense.
    let conditional: Bool

    /// What is read of a body nobody wants, so that the connection can be used again.
    private static let refusalLimit = 1 << 10

    func outcome(of response: HTTPClientResponse) async throws -> FetchOutcome {
        switch response.status.code {
        case 200:
            return .body(try await body(of: response), etag: tag(of: response))
        case 304 where conditional:
            return .notModified
        case 404:
            _ = try? await response.body.collect(upTo: Self.refusalLimit)
            return .absent
        case 403:
            throw TransportFailure(.refusedByPeer, "403: not a member for this peer")
        case 503:
            throw TransportFailure(.unreachable, "503: the peer cannot answer now")
        case let code:
            throw TransportFailure(.httpStatus, "\(code)")
        }
    }

    private func tag(of response: HTTPClientResponse) -> String? {
        response.headers.first(name: "etag").flatMap { EntityTag.unquoted($0) }
    }

    func body(of response: HTTPClientResponse) async throws -> [UInt8] {
        let codings = response.headers[canonicalForm: "content-encoding"]
        guard codings.allSatisfy({ $0.lowercased() == "identity" }) else {
            throw TransportFailure(.protocol, "the body is encoded although identity was asked for")
        }
        let announced = response.headers.first(name: "content-length").flatMap { Int($0) }
        if let announced, announced > limit {
            throw TransportFailure(.tooLarge, "\(announced) bytes announced, \(limit) allowed")
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(max(announced ?? 0, 0))
        do {
            for try await chunk in response.body {
                guard chunk.readableBytes <= limit - bytes.count else {
                    throw TransportFailure(.tooLarge, "more than the \(limit) bytes allowed")
                }
                bytes.append(contentsOf: chunk.readableBytesView)
            }
        } catch let error as HTTPClientError where error == .remoteConnectionClosed {
            throw TransportFailure(.protocol, "the answer ended too early")
        }
        return bytes
    }
}
