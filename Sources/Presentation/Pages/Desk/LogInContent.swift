public import Compensation

/// The door of the desk.
public struct LogInContent: PageContent {
    private let certificate: String?
    private let remark: Bilingual?

    /// - Parameters:
    ///   - certificate: the operator whose certificate the browser shows.
    ///   - remark: why an attempt did not succeed; the same whatever was wrong.
    public init(certificate: String?, remark: Bilingual? = nil) {
        self.certificate = certificate
        self.remark = remark
    }

    public let title = Bilingual(zh: "办理页登录", en: "Log in to the desk")
    public let path = ["login"]

    public func markup(_ language: Language) -> Markup {
        let form = DeskForm(act: .logIn, frame: nil, language: language)
        return .joined([
            remark.map { remark in
                Markup.element(.p, .class("warning"), .role("alert")) { remark(language) }
            } ?? .none,
            certificate.map { name in
                form.markup(
                    Bilingual(zh: "以证书登录：\(name)", en: "Log in by certificate: \(name)"),
                    hidden: [("by", "certificate")])
            } ?? .none,
            form.markup(Bilingual(zh: "登录", en: "Log in")) {
                form.field(
                    "name", Bilingual(zh: "账号", en: "Account"), .named(.type, "text"),
                    .named(.autocomplete, "username"), .named(.maxlength, "64"), .on(.required))
                form.field(
                    "password", Bilingual(zh: "口令", en: "Password"), .named(.type, "password"),
                    .named(.autocomplete, "current-password"), .named(.maxlength, "128"), .on(.required))
                form.field(
                    "code", Bilingual(zh: "六位动态码", en: "Six-digit code"), .named(.type, "text"),
                    .named(.autocomplete, "one-time-code"), .named(.maxlength, "6"), .on(.required))
            },
            .element(.p, .class("quiet")) {
                Bilingual(
                    zh: "账号由节点管理员用 tongzhou operators add 登记。登录、操作及其结果均记入操作记录。",
                    en:
                        "Accounts are added with tongzhou operators add. Log-ins and everything that is done here are written down."
                )(language)
            },
        ])
    }
}
