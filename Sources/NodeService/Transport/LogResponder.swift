import Federation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

/// Decides what one request gets: who asks first, then what.
struct LogResponder: HTTPResponder {
    let members: @Sendable (NodeName) -> Bool
    let pinnedKey: @Sendable (NodeName) -> String?
    let source: any LogSource
    let witness: (any WitnessSource)?
    let ledger: ConnectionLedger
    let onPeer: @Sendable (PeerIdentity) -> Void
    let logger: Logger

    func respond(to request: Request, context: LogRequestContext) async throws -> Response {
        let connection = ConnectionIdentity.current ?? ConnectionIdentity(context.channel)
        let identity: PeerIdentity
        switch try await connection.reading() {
        case .success(let known):
            identity = known
            onPeer(known)
        case .failure(let refusal):
            note(.warning, refusal.rawValue, request, connection, nil)
            return turnAway(.forbidden, connection)
        }
        if let refusal = standing(of: identity, connection) {
            note(.warning, refusal.rawValue, request, connection, identity)
            return turnAway(refusal == .tooManyConnections ? .serviceUnavailable : .forbidden, connection)
        }
        if let response = await submission(request, identity, connection) { return response }
        guard request.method == .get || request.method == .head else {
            note(.info, TransportEvent.methodRefused.rawValue, request, connection, identity)
            var response = turnAway(.methodNotAllowed, connection)
            response.headers[.allow] = "GET, HEAD"
            return response
        }
        guard !Self.hasBody(request) else {
            note(.info, TransportEvent.bodyRefused.rawValue, request, connection, identity)
            return turnAway(.contentTooLarge, connection)
        }
        var response = await answer(request, identity, connection)
        if request.method == .head { response = response.createHeadResponse() }
        return response
    }

    private func standing(of identity: PeerIdentity, _ connection: ConnectionIdentity) -> TransportEvent? {
        guard members(identity.node) else { return .notAMember }
        if let pin = pinnedKey(identity.node), Array(pin.utf8) != Array(identity.keyDigest.utf8) {
            return .keyNotPinned
        }
        return connection.claim(identity.node, in: ledger) ? nil : .tooManyConnections
    }

    private func answer(
        _ request: Request, _ identity: PeerIdentity, _ connection: ConnectionIdentity
    ) async -> Response {
        let raw = request.head.path ?? ""
        if raw == "/livez" { return Self.alive }
        guard let ask = question(raw, identity, request) else {
            note(.info, TransportEvent.pathRefused.rawValue, request, connection, identity)
            return Response(status: .notFound)
        }
        let known = EntityTag.list(request.headers[.ifNoneMatch])
        do {
            guard let body = try await ask(known) else {
                note(.info, TransportEvent.notServed.rawValue, request, connection, identity)
                return Response(status: .notFound)
            }
            logger.debug(
                "answered",
                metadata: ["event": "served", "peer": "\(identity.node.text)", "path": "\(raw)"])
            return Self.response(body, known)
        } catch is CancellationError {
            return turnAway(.serviceUnavailable, connection)
        } catch {
            note(.error, TransportEvent.sourceFailed.rawValue, request, connection, identity, "\(error)")
            return Response(status: .internalServerError)
        }
    }

    /// What the path asks for, given the tags the reader holds; `nil` when it is no path of this server.
    private func question(
        _ raw: String, _ identity: PeerIdentity, _ request: Request
    ) -> (([String]) async throws -> LogResourceBody?)? {
        if let path = LogPath(raw) { return { known in try await ask(path, identity, known, request) } }
        if let path = MirrorPath(raw) {
            let wanted = MirrorRequest(reader: identity.node, log: path.log, path: path.resource)
            return { _ in try await source.mirrored(wanted) }
        }
        if let witness, case .checkpoint(let origin)? = WitnessPath(raw) {
            return { _ in try await witness.checkpoint(ofOriginHash: origin) }
        }
        return nil
    }

    private func ask(
        _ path: LogPath, _ identity: PeerIdentity, _ known: [String], _ request: Request
    ) async throws -> LogResourceBody? {
        let wanted = LogRequest(
            reader: identity.node, channel: path.channel, epoch: path.epoch, path: path.resource)
        guard path.resource == "checkpoint" else { return try await source.resource(wanted) }
        let seconds = WaitPreference.seconds(Self.preferences(request.headers))
        guard known.count == 1, seconds > 0, request.method == .get else {
            return try await source.checkpoint(wanted, knownTag: nil, waitSeconds: 0)
        }
        return try await cancelWhenGracefulShutdown {
            try await source.checkpoint(wanted, knownTag: known[0], waitSeconds: seconds)
        }
    }

    func note(
        _ level: Logger.Level, _ event: String, _ request: Request, _ connection: ConnectionIdentity,
        _ identity: PeerIdentity?, _ detail: String = ""
    ) {
        logger.log(
            level: level, "request refused",
            metadata: [
                "event": "\(event)",
                "peer": "\(identity?.node.text ?? "unknown")",
                "remote": "\(connection.channel.remoteAddress?.description ?? "unknown")",
                "method": "\(request.method.rawValue)",
                "path": "\((request.head.path ?? "").prefix(LogPath.lengthLimit))",
                "detail": "\(detail)",
            ])
    }

    /// A refusal that also ends the connection, so that no request body is ever read and no
    /// stranger keeps a connection.
    func turnAway(_ status: HTTPResponse.Status, _ connection: ConnectionIdentity) -> Response {
        let channel = connection.channel
        return Response(
            status: status, headers: [.connection: "close"],
            body: ResponseBody(contentLength: 0) { writer in
                try await writer.finish(nil)
                channel.close(promise: nil)
            })
    }

    static func hasBody(_ request: Request) -> Bool {
        if request.headers[.transferEncoding] != nil { return true }
        guard let length = request.headers[.contentLength] else { return false }
        return length != "0"
    }

    /// The `Prefer` fields joined as RFC 7240 section 2 has it.
    private static func preferences(_ headers: HTTPFields) -> String {
        headers.filter { $0.name.canonicalName == "prefer" }.map(\.value).joined(separator: ",")
    }

    private static let alive = Response(
        status: .ok,
        headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: "ok\n")))

    private static func response(_ body: LogResourceBody, _ known: [String]) -> Response {
        var headers: HTTPFields = [.cacheControl: body.cacheControl]
        if let tag = body.etag {
            headers[.eTag] = EntityTag.quoted(tag).map { body.isTagWeak ? "W/" + $0 : $0 }
            if known.contains(where: { Array($0.utf8) == Array(tag.utf8) }) {
                var response = Response(status: .notModified, headers: headers)
                // RFC 9110 section 8.6: the length in a 304 would be that of the full answer.
                response.headers[.contentLength] = nil
                return response
            }
        }
        headers[.contentType] = body.contentType
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body.bytes)))
    }
}
