import Federation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import TransparencyLog

/// The one request with a body that the server reads: `POST /witness/add-checkpoint`.
extension LogResponder {
    /// How long a body may take to arrive.
    private static let bodyDeadline: Duration = .seconds(10)

    /// `nil` when the request is not for the witness.
    func submission(
        _ request: Request, _ identity: PeerIdentity, _ connection: ConnectionIdentity
    ) async -> Response? {
        guard request.method == .post, let witness, WitnessPath(request.head.path ?? "") == .addCheckpoint else {
            return nil
        }
        // The length is said beforehand, so that nothing is read of a body that is too long.
        guard request.headers[.transferEncoding] == nil,
            let length = request.headers[.contentLength].flatMap({ Int($0) })
        else { return refuseBody(.lengthRequired, request, identity, connection) }
        guard (0...AddCheckpointRequest.maximumLength).contains(length) else {
            return refuseBody(.contentTooLarge, request, identity, connection)
        }
        do {
            guard let body = try await Self.body(of: request) else {
                return refuseBody(.requestTimeout, request, identity, connection)
            }
            let answer = try await witness.addCheckpoint(body, from: identity.node)
            return Response(
                status: .init(code: answer.status),
                headers: [.contentType: answer.contentType, .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
        } catch {
            note(.error, TransportEvent.sourceFailed.rawValue, request, connection, identity, "\(error)")
            return turnAway(.serviceUnavailable, connection)
        }
    }

    private func refuseBody(
        _ status: HTTPResponse.Status, _ request: Request, _ identity: PeerIdentity, _ connection: ConnectionIdentity
    ) -> Response {
        note(.info, TransportEvent.bodyRefused.rawValue, request, connection, identity, "\(status.code)")
        return turnAway(status, connection)
    }

    /// The whole body, or `nil` when it does not arrive in time.
    private static func body(of request: Request) async throws -> [UInt8]? {
        try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
            defer { group.cancelAll() }
            group.addTask {
                Array(try await request.body.collect(upTo: AddCheckpointRequest.maximumLength).readableBytesView)
            }
            group.addTask {
                try await Task.sleep(for: bodyDeadline)
                return nil
            }
            return try await group.next() ?? nil
        }
    }
}
