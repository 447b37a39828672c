import Compensation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Presentation

/// Answers readers of the public pages: GET and HEAD only, nothing is ever taken in.
struct PagesResponder: HTTPResponder {
    let site: PublicSite
    let isEncrypted: Bool
    let logger: Logger

    func respond(to request: Request, context: LogRequestContext) async throws -> Response {
        guard request.method == .get || request.method == .head else {
            return refusal(.methodNotAllowed, request, context, [.allow: "GET, HEAD"])
        }
        guard !LogResponder.hasBody(request) else { return refusal(.contentTooLarge, request, context) }
        let response = await answer(request, context)
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(_ request: Request, _ context: LogRequestContext) async -> Response {
        guard let address = SiteAddress(request.head.path ?? "") else { return plain(.notFound) }
        do {
            let preferred = LanguagePreference.language(request.headers[.acceptLanguage])
            switch try await site.answer(address, preferred: preferred) {
            case .content(let content): return response(.ok, content, request)
            case .notFound(let content): return response(.notFound, content, request)
            case .redirect(let place):
                return Response(status: .found, headers: headers([.location: place, .vary: "Accept-Language"]))
            case .busy(let content):
                var busy = response(.serviceUnavailable, content, request)
                busy.headers[.eTag] = nil
                busy.headers[.retryAfter] = "2"
                return busy
            }
        } catch {
            logger.error(
                "a page could not be made",
                metadata: [
                    "event": "page-failed",
                    "path": "\(TerminalText.visible(String((request.head.path ?? "").prefix(200))))",
                    "detail": "\(error)",
                ])
            return plain(.internalServerError)
        }
    }

    private func response(
        _ status: HTTPResponse.Status, _ content: SiteAnswer.Content, _ request: Request
    ) -> Response {
        var headers = headers([.eTag: "\"\(content.tag)\""])
        if status == .ok, EntityTag.list(request.headers[.ifNoneMatch]).contains(content.tag) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = content.type
        if let name = content.fileName { headers[.contentDisposition] = PageHeaders.attachment(name) }
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: content.bytes)))
    }

    private func plain(_ status: HTTPResponse.Status, _ more: HTTPFields = [:]) -> Response {
        var all = headers(more)
        all[.contentType] = "text/plain; charset=utf-8"
        return Response(
            status: status, headers: all, body: ResponseBody(byteBuffer: ByteBuffer(string: status.reasonPhrase + "\n"))
        )
    }

    /// Ends the connection, so that no body is ever read.
    private func refusal(
        _ status: HTTPResponse.Status, _ request: Request, _ context: LogRequestContext, _ more: HTTPFields = [:]
    ) -> Response {
        let channel = ConnectionIdentity.current?.channel ?? context.channel
        var all = headers(more)
        all[.connection] = "close"
        logger.info(
            "a page was refused",
            metadata: [
                "event": "page-refused", "status": "\(status.code)", "method": "\(request.method.rawValue)",
                "remote": "\(channel.remoteAddress?.description ?? "unknown")",
            ])
        return Response(
            status: status, headers: all,
            body: ResponseBody(contentLength: 0) { writer in
                try await writer.finish(nil)
                channel.close(promise: nil)
            })
    }

    private func headers(_ more: HTTPFields) -> HTTPFields { PageHeaders(isEncrypted: isEncrypted).fields(more) }
}
