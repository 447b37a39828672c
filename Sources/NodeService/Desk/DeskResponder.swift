import Compensation
import Federation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Presentation
import Synchronization

/// Answers operators at the desk. The order is the same for every request: where to, from which page, by whom, with
/// which seal, in which role; only then anything is read or done.
struct DeskResponder: HTTPResponder {
    let node: Node
    let site: PublicSite
    let sessions: DeskSessions
    let logIn: LogInDesk
    let ledger: ConnectionLedger
    let rate = RequestRate(perMinute: 20)
    /// A password costs 32 MiB while it is compared, a file several times its size. Taken when the body is there, so
    /// that nobody holds them by sending slowly.
    let doors = WorkPlaces(count: 2)
    let places = WorkPlaces(count: 2)

    /// Bytes of a form without a file, and of one with.
    static let largestForm = 64 << 10
    static let largestFile = 8 << 20
    private static let sessionCookie = "__Host-desk"
    /// Shown by a browser that an operator has logged in with: only guesses made in it slow it down.
    private static let browserCookie = "__Host-known"
    private static let browserLifetime = 15_552_000
    private static let headers = PageHeaders(isEncrypted: true, caching: "no-store", referrer: "same-origin")

    func respond(to request: Request, context: LogRequestContext) async throws -> Response {
        let connection = ConnectionIdentity.current ?? ConnectionIdentity(context.channel)
        do {
            switch request.method {
            case .get where !LogResponder.hasBody(request): return try await show(request, connection)
            case .head where !LogResponder.hasBody(request):
                return try await show(request, connection).createHeadResponse()
            case .post: return try await act(request, connection)
            default:
                return await closing(plain(.methodNotAllowed, [.allow: "GET, HEAD, POST"]), request, connection)
            }
        } catch {
            node.logger.error(
                "the desk failed",
                metadata: [
                    "event": "desk-failed",
                    "path": "\(TerminalText.visible(String((request.head.path ?? "").prefix(200))))",
                    "detail": "\(error)",
                ])
            return plain(.internalServerError, [.connection: "close"])
        }
    }

    // MARK: Reading

    private func show(_ request: Request, _ connection: ConnectionIdentity) async throws -> Response {
        guard let address = SiteAddress(request.head.path ?? "") else { return plain(.notFound) }
        let preferred = LanguagePreference.language(request.headers[.acceptLanguage])
        switch address {
        case .stylesheet: return content(.ok, "text/css; charset=utf-8", Stylesheet.bytes)
        case .root: return redirect(PageAddress(preferred, ["inbox"]))
        case .page(let language, ["login"]): return try await door(language, connection)
        default: break
        }
        guard let (account, session) = await operators(request, connection) else {
            return redirect(PageAddress(address.language ?? preferred, ["login"]))
        }
        let frame = DeskFrame(name: account.name, role: account.role) { session.seal($0) }
        switch address {
        case .page(_, ["returned"]):
            guard let file = session.files.withLock({ $0.returned }) else { return plain(.notFound) }
            return download(file)
        case .page(let language, let path):
            let (state, freshness) = try await site.current()
            let desk = DeskSite(node: node)
            let page = try await desk.page(path, frame, state)
            return self.page(
                page == nil ? .notFound : .ok, page ?? NotFoundContent(), language, freshness, .desk(frame))
        case .download(let language, let path):
            let (state, _) = try await site.current()
            guard let file = try await SiteFiles(node: node, state: state).file(path, language) else {
                return plain(.notFound)
            }
            return download(file)
        case .lookup(let language, let code):
            return redirect(PageAddress(language, ["verify"] + (code.isEmpty ? [] : [code])))
        case .root, .stylesheet: return plain(.notFound)
        }
    }

    private func door(
        _ language: Language, _ connection: ConnectionIdentity, refused: Bool = false
    ) async throws -> Response {
        let remark = Bilingual(
            zh: "账号、口令或动态码不正确，或因多次失败暂时锁定。动态码只能用一次。",
            en: "Account, password or code is wrong, or locked for a while after failures. A code works once.")
        let content = LogInContent(
            certificate: await logIn.account(connection)?.name, remark: refused ? remark : nil)
        return page(refused ? .forbidden : .ok, content, language, .unknown(node.clock.now), .door)
    }

    /// Whose session the browser shows, as long as the account stands as it did at log-in; one known by a certificate
    /// shows that too.
    private func operators(
        _ request: Request, _ connection: ConnectionIdentity
    ) async -> (account: OperatorAccount, session: DeskSession)? {
        guard let token = Self.token(request), let session = sessions.session(token),
            let account = node.operators.account(session.name), account.generation == session.generation
        else { return nil }
        if account.certificate != nil {
            guard await logIn.account(connection)?.name.sameBytes(as: account.name) == true else { return nil }
        }
        ledger.claim(connection.channel)
        return (account, session)
    }

    private static func token(_ request: Request) -> String? { cookie(sessionCookie, request) }

    private static func cookie(_ name: String, _ request: Request) -> String? {
        for pair in (request.headers[.cookie] ?? "").split(separator: ";") {
            let text = String(pair.drop { $0 == " " })
            if text.hasPrefix(name + "=") { return String(text.dropFirst(name.count + 1)) }
        }
        return nil
    }

    // MARK: Acting

    private func act(_ request: Request, _ connection: ConnectionIdentity) async throws -> Response {
        guard case .page(let language, let path)? = SiteAddress(request.head.path ?? ""), path.count == 2,
            path[0] == "do", let act = DeskAct(rawValue: path[1]), act != .readAudit
        else { return await closing(plain(.notFound), request, connection) }
        guard Self.isFromHere(request) else {
            return await closing(refused("origin", act, connection, language), request, connection)
        }
        // Who logs in, be it as another, is nobody yet.
        let known = act == .logIn ? nil : await operators(request, connection)
        guard known != nil || act == .logIn else {
            return await closing(refused("session", act, connection, language), request, connection)
        }
        if act == .logIn, let seconds = rate.excess(of: Self.remote(connection)) {
            return await closing(
                refusal(.tooManyRequests, language, [.retryAfter: "\(seconds)"]), request, connection)
        }
        let largest = act == .importReadings ? Self.largestFile : Self.largestForm
        let reading = BodyReading(request.body, largest: largest)
        let form: FormFields
        switch await reading.result(within: IntakeResponder.bodyPatience) {
        case .success(let body):
            guard let fields = FormFields(body, type: request.headers[.contentType] ?? "") else {
                return refusal(.badRequest, language)
            }
            form = fields
        case .failure(let problem):
            return await closing(
                refusal(problem == .tooLarge ? .contentTooLarge : .requestTimeout, language), request, connection,
                reading)
        }
        let places = known == nil ? doors : places
        guard places.take() else { return refusal(.serviceUnavailable, language, [.retryAfter: "1"]) }
        defer { places.leave() }
        guard let known else {
            return try await enter(form, connection, language, browser: Self.cookie(Self.browserCookie, request))
        }
        return try await perform(act, form, known, connection, language, request)
    }

    private func perform(
        _ act: DeskAct, _ form: FormFields, _ known: (account: OperatorAccount, session: DeskSession),
        _ connection: ConnectionIdentity, _ language: Language, _ request: Request
    ) async throws -> Response {
        let clerk = DeskClerk(
            node: node, operators: known, from: Self.remote(connection), language: language)
        guard known.session.isSealed(form["seal"], act) else {
            try clerk.write(.forbidden, act, "", "seal")
            return refused("seal", act, connection, language, known)
        }
        guard act.isAllowed(to: known.account.role) else {
            try clerk.write(.forbidden, act, "", "role")
            return refused("role", act, connection, language, known)
        }
        guard act == .logOut else {
            let content = try await clerk.perform(act, form)
            return page(.ok, content, language, await site.freshness(), .desk(clerk.frame))
        }
        if let token = Self.token(request) { sessions.end(token) }
        try clerk.write(.done, act, "", "")
        return redirect(PageAddress(language, ["login"]), cookie: "")
    }

    private func enter(
        _ form: FormFields, _ connection: ConnectionIdentity, _ language: Language, browser: String?
    ) async throws -> Response {
        let address = Self.remote(connection)
        var verdict = LogInDesk.Verdict()
        let name: String
        if form["by"] == "certificate" {
            verdict.account = await logIn.account(connection)
            name = verdict.account?.name ?? "certificate"
        } else {
            name = String((form["name"] ?? "").prefix(64))
            verdict = try await logIn.enter(
                name: name, password: String((form["password"] ?? "").prefix(128)), code: form["code"] ?? "",
                from: address, browser: browser)
        }
        let act = DeskAct.logIn.rawValue
        let remark = Bilingual(zh: "锁定期间，未核对口令", en: "while locked, nothing was compared")
        try node.audit.record(
            verdict.account == nil ? .refused : .done, act, by: name, role: verdict.account?.role, from: address,
            detail: verdict.wasLocked ? remark(language) : "", at: node.clock.now)
        for lock in verdict.locks {
            try node.audit.record(
                .refused, "\(act)-lock", by: name, from: address, detail: lock.text(language), at: node.clock.now)
        }
        guard let account = verdict.account else { return try await door(language, connection, refused: true) }
        var response = redirect(PageAddress(language, ["inbox"]), cookie: sessions.begin(account))
        if let token = verdict.newBrowser {
            response.headers.append(
                HTTPField(
                    name: .setCookie, value: Self.setting(Self.browserCookie, token, maxAge: Self.browserLifetime)))
        }
        return response
    }

    /// Whether a form of this listener was sent: a browser says so truthfully, whoever wrote the page.
    private static func isFromHere(_ request: Request) -> Bool {
        guard let name = HTTPField.Name("Origin"), let origin = request.headers[name],
            let authority = request.head.authority
        else { return false }
        return origin == "https://" + authority
    }

    private static func remote(_ connection: ConnectionIdentity) -> String {
        connection.channel.remoteAddress?.ipAddress ?? "unknown"
    }

    // MARK: Answers

    private func refused(
        _ reason: String, _ act: DeskAct, _ connection: ConnectionIdentity, _ language: Language,
        _ known: (account: OperatorAccount, session: DeskSession)? = nil
    ) -> Response {
        node.logger.warning(
            "the desk refused",
            metadata: [
                "event": "desk-refused", "reason": "\(reason)", "act": "\(act.rawValue)",
                "remote": "\(Self.remote(connection))", "operator": "\(known?.account.name ?? "unknown")",
            ])
        let words =
            switch reason {
            case "role":
                Bilingual(
                    zh: "您的角色不能办理此事。已记入操作记录。", en: "Your role may not do this. It was written down.")
            case "session": Bilingual(zh: "登录已失效，请重新登录。", en: "Your session has ended; log in again.")
            default:
                Bilingual(
                    zh: "请求不是由本页面的表单发出，未予受理；请从页面重新操作。",
                    en: "This was not sent by a form of this page and was not carried out; begin again from the page.")
            }
        return page(.forbidden, RefusalContent(words), language, .unknown(node.clock.now), .door)
    }

    /// What a form can meet before anybody looks at what it says.
    private func refusal(
        _ status: HTTPResponse.Status, _ language: Language, _ more: HTTPFields = [:]
    ) -> Response {
        let words =
            switch status {
            case .contentTooLarge:
                Bilingual(
                    zh: "发送的内容过大：文件不超过 8 MiB，其他表单不超过 64 KiB。请分成几个文件导入。",
                    en: "This is too large: a file has at most 8 MiB, another form 64 KiB. Import it as several files.")
            case .requestTimeout:
                Bilingual(zh: "未能及时收到完整内容，请重试。", en: "Not all of it arrived in time; try again.")
            case .tooManyRequests:
                Bilingual(zh: "登录过于频繁，请一分钟后再试。", en: "Too many log-ins; try again in a minute.")
            case .serviceUnavailable:
                Bilingual(zh: "办理页正忙，请稍后重试。", en: "The desk is busy; try again in a moment.")
            default:
                Bilingual(zh: "无法读取这份表单；请从页面重新操作。", en: "This form cannot be read; begin again from the page.")
            }
        var response = page(status, RefusalContent(words), language, .unknown(node.clock.now), .door)
        for field in more { response.headers[field.name] = field.value }
        return response
    }

    /// Answers without the body, which nobody has begun to read; what of it is still under way is thrown away for a
    /// moment. A `reading` that has failed is ended.
    private func closing(
        _ response: Response, _ request: Request, _ connection: ConnectionIdentity, _ reading: BodyReading? = nil
    ) async -> Response {
        guard LogResponder.hasBody(request) else { return response }
        var answer = response
        answer.headers[.connection] = "close"
        let (body, channel) = (answer.body, connection.channel)
        answer.body = ResponseBody(contentLength: body.contentLength) { writer in
            try await body.write(writer)
            let rest = reading ?? BodyReading(request.body, largest: Self.largestFile)
            if reading == nil { _ = await rest.result(within: .seconds(2)) }
            try? await channel.close()
            await rest.end()
        }
        return answer
    }

    private func page(
        _ status: HTTPResponse.Status, _ content: any PageContent, _ language: Language, _ freshness: Freshness,
        _ frame: PageFrame
    ) -> Response {
        self.content(
            status, "text/html; charset=utf-8",
            WebPage(content, of: node.member, freshness, in: frame).bytes(language))
    }

    private func content(_ status: HTTPResponse.Status, _ type: String, _ bytes: [UInt8]) -> Response {
        Response(
            status: status, headers: Self.headers.fields([.contentType: type]),
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func download(_ file: ProducedFile) -> Response {
        var response = content(.ok, MediaType.of(file.name), [UInt8](file.bytes))
        response.headers[.contentDisposition] = PageHeaders.attachment(file.name)
        return response
    }

    private func plain(_ status: HTTPResponse.Status, _ more: HTTPFields = [:]) -> Response {
        var response = content(status, "text/plain; charset=utf-8", Array((status.reasonPhrase + "\n").utf8))
        for field in more { response.headers[field.name] = field.value }
        return response
    }

    /// - Parameter cookie: what the browser shows from now on; empty: nothing more.
    private func redirect(_ address: PageAddress, cookie: String? = nil) -> Response {
        var headers = Self.headers.fields([.location: address.text])
        if let cookie {
            headers[.setCookie] = Self.setting(Self.sessionCookie, cookie, maxAge: cookie.isEmpty ? 0 : nil)
        }
        return Response(status: .seeOther, headers: headers)
    }

    private static func setting(_ name: String, _ value: String, maxAge: Int?) -> String {
        "\(name)=\(value); Path=/; Secure; HttpOnly; SameSite=Strict" + (maxAge.map { "; Max-Age=\($0)" } ?? "")
    }
}
