import Compensation
import Federation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import Presentation

/// The answers of the intake as they go on the wire.
enum IntakeAnswer {
    static func receipt(_ receipt: BatchReceipt) -> Response {
        response(.ok, "application/json", text(receipt.json))
    }

    static func description(_ yaml: String) -> Response { response(.ok, "application/yaml", yaml) }

    /// - Parameters:
    ///   - detail: about this occurrence.
    ///   - issues: all of them, with their places.
    ///   - retryAfter: in seconds.
    static func problem(
        _ problem: IntakeProblem, _ detail: String = "", issues: [BatchIssue] = [], retryAfter: Int? = nil
    ) -> Response {
        let json = JSONValue.members([
            ("type", .string("urn:tongzhou:problem:\(problem.rawValue)")), ("code", .string(problem.rawValue)),
            ("status", .integer(Int64(problem.status))), ("title", .string(problem.title(.en))),
            ("title_zh", .string(problem.title(.zh))),
            ("detail", detail.isEmpty ? nil : .string(TerminalText.visible(detail))),
            ("errors", issues.isEmpty ? nil : .array(issues.map(json))),
        ])
        var response = response(.init(code: problem.status), "application/problem+json", text(json))
        if let retryAfter { response.headers[.retryAfter] = "\(retryAfter)" }
        if problem == .notKnown { response.headers[.wwwAuthenticate] = "Bearer realm=\"tongzhou\"" }
        return response
    }

    private static func json(_ issue: BatchIssue) -> JSONValue {
        let it = issue.issue
        return .members([
            ("pointer", issue.pointer.map { .string($0) }), ("code", .string(it.code.rawValue)),
            ("row", issue.pointer == nil ? it.row.map { .integer(Int64($0)) } : nil),
            ("column", it.column.map { .string($0) }), ("detail", .string(it.reason(.en))),
            ("detail_zh", .string(it.reason(.zh))),
        ])
    }

    private static func text(_ json: JSONValue) -> String {
        String(decoding: CanonicalJSON.encode(json), as: UTF8.self) + "\n"
    }

    private static func response(_ status: HTTPResponse.Status, _ type: String, _ text: String) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
