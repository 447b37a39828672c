import Compensation
import Federation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NodeStore
import Presentation
import TransparencyLog

/// Decides what one request of a station gets: address and method, then who asks, then what was sent.
struct IntakeResponder: HTTPResponder {
    let node: Node
    let rate: RequestRate
    let ledger: ConnectionLedger
    let logger: Logger
    private let keys = IdempotencyKeys()
    private let places = WorkPlaces(count: 4)

    /// Bytes of one batch.
    static let largestBody = 8 << 20
    /// How long a body may take to arrive; less than an idle connection is kept, which would end without an answer.
    static let bodyPatience = Duration.seconds(20)

    init(node: Node, rate: RequestRate, ledger: ConnectionLedger, logger: Logger) {
        self.node = node
        self.rate = rate
        self.ledger = ledger
        self.logger = logger
    }

    func respond(to request: Request, context: LogRequestContext) async throws -> Response {
        let connection = ConnectionIdentity.current ?? ConnectionIdentity(context.channel)
        switch (request.uri.path, request.method) {
        case ("/v1/openapi.yaml", .get): return IntakeAnswer.description(IntakeDescription.text)
        case ("/v1/openapi.yaml", .head):
            return IntakeAnswer.description(IntakeDescription.text).createHeadResponse()
        case ("/v1/openapi.yaml", _): return refuse(.methodRefused, request, connection, allow: "GET, HEAD")
        case ("/v1/readings", .post): return await deliver(request, connection)
        case ("/v1/readings", _): return refuse(.methodRefused, request, connection, allow: "POST")
        default: return refuse(.notFound, request, connection)
        }
    }

    private func deliver(_ request: Request, _ connection: ConnectionIdentity) async -> Response {
        guard let sender = await sender(request, connection) else { return refuse(.notKnown, request, connection) }
        ledger.claim(connection.channel)
        if let seconds = rate.excess(of: sender.name) {
            return refuse(.tooOften, request, connection, sender, retryAfter: seconds)
        }
        guard let format = Self.format(request.headers) else {
            return refuse(.mediaTypeRefused, request, connection, sender)
        }
        let key = Self.idempotencyKey.flatMap { request.headers[$0] }
        if let key, !IdempotencyKeys.isSound(key) { return refuse(.keyMalformed, request, connection, sender) }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > Self.largestBody {
            return refuse(.tooLarge, request, connection, sender)
        }
        guard places.take() else { return refuse(.busy, request, connection, sender, retryAfter: 1) }
        defer { places.leave() }
        let bytes: [UInt8]
        let reading = BodyReading(request.body, largest: Self.largestBody)
        switch await reading.result(within: Self.bodyPatience) {
        case .success(let body): bytes = body
        case .failure(let problem): return refuse(problem, request, connection, sender, reading: reading)
        }
        let answer = await record(Batch(format: format, bytes: bytes), key, sender)
        log(answer.status.code < 300 ? .info : .warning, answer, request, connection, sender)
        return answer
    }

    // MARK: Who asks

    /// A token speaks for itself; without one, the certificate does.
    private func sender(_ request: Request, _ connection: ConnectionIdentity) async -> IntakeSender? {
        if let field = request.headers[.authorization] {
            let words = field.split(separator: " ", omittingEmptySubsequences: true)
            guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
            return node.senders.sender(token: String(words[1]))
        }
        guard case .success(let identity)? = try? await connection.reading() else { return nil }
        return node.senders.sender(certificate: identity.node)
    }

    // MARK: What was sent

    private static let idempotencyKey = HTTPField.Name("Idempotency-Key")

    private static func format(_ headers: HTTPFields) -> Batch.Format? {
        let coding = headers[.contentEncoding]?.lowercased()
        guard coding == nil || coding == "identity", let field = headers[.contentType] else { return nil }
        let parts = field.split(separator: ";").map { $0.trimmingPrefix { $0 == " " } }
        switch parts.first.map({ String($0).lowercased().filter { $0 != " " } }) {
        case "application/json": return .json
        case "text/csv": return .csv
        default: return nil
        }
    }

    private func record(_ batch: Batch, _ key: String?, _ sender: IntakeSender) async -> Response {
        if let key, !keys.take(key, of: sender.name, for: ContentDigest(of: batch.bytes)) {
            return IntakeAnswer.problem(.keyReused)
        }
        do {
            switch try await BatchDesk(node: node, sender: sender).record(batch) {
            case .recorded(let receipt): return IntakeAnswer.receipt(receipt)
            case .malformed(let detail):
                if let key { keys.free(key, of: sender.name) }
                return IntakeAnswer.problem(.malformed, detail)
            case .refused(let issues):
                if let key { keys.free(key, of: sender.name) }
                let isForbidden = issues.contains { $0.issue.code == .sectionRefused }
                return IntakeAnswer.problem(isForbidden ? .sectionRefused : .invalid, issues: issues)
            }
        } catch {
            if let key { keys.free(key, of: sender.name) }
            let detail = FailureWording.outcome(error, .en).errors
            logger.error("a batch was not recorded", metadata: ["event": "intake-failed", "detail": "\(detail)"])
            return IntakeAnswer.problem(.notRecording, retryAfter: 60)
        }
    }

    // MARK: Refusing

    /// Answers without the batch. What of its body is still under way is read and thrown away for a moment; then the
    /// connection ends.
    private func refuse(
        _ problem: IntakeProblem, _ request: Request, _ connection: ConnectionIdentity, _ sender: IntakeSender? = nil,
        allow: String? = nil, retryAfter: Int? = nil, reading: BodyReading? = nil
    ) -> Response {
        var answer = IntakeAnswer.problem(problem, retryAfter: retryAfter)
        if let allow { answer.headers[.allow] = allow }
        log(.info, answer, request, connection, sender)
        guard LogResponder.hasBody(request) else { return answer }
        answer.headers[.connection] = "close"
        let (body, channel) = (answer.body, connection.channel)
        answer.body = ResponseBody(contentLength: body.contentLength) { writer in
            try await body.write(writer)
            let rest = reading ?? BodyReading(request.body, largest: Self.largestBody)
            if reading == nil { _ = await rest.result(within: .seconds(2)) }
            try? await channel.close()
            await rest.end()
        }
        return answer
    }

    private func log(
        _ level: Logger.Level, _ answer: Response, _ request: Request, _ connection: ConnectionIdentity,
        _ sender: IntakeSender?
    ) {
        logger.log(
            level: level, "intake",
            metadata: [
                "event": "intake-answered", "status": "\(answer.status.code)", "sender": "\(sender?.name ?? "unknown")",
                "remote": "\(connection.channel.remoteAddress?.description ?? "unknown")",
                "method": "\(request.method.rawValue)",
                "path": "\(TerminalText.visible(String(request.uri.path.prefix(100))))",
            ])
    }
}
