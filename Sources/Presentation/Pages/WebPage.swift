public import Compensation
public import Federation

/// One page as it is sent: head, way in, freshness, content. It needs no script and nothing from another host.
public struct WebPage: Sendable {
    private let content: any PageContent
    /// Whose page it is.
    private let member: Member
    private let freshness: Freshness
    private let frame: PageFrame

    public init(
        _ content: any PageContent, of member: Member, _ freshness: Freshness, in frame: PageFrame = .open
    ) {
        self.content = content
        self.member = member
        self.freshness = freshness
        self.frame = frame
    }

    private var isDoor: Bool { if case .door = frame { true } else { false } }
    private var desk: DeskFrame? { if case .desk(let desk) = frame { desk } else { nil } }

    /// UTF-8.
    public func bytes(_ language: Language) -> [UInt8] {
        Array(("<!DOCTYPE html>\n" + document(language).html + "\n").utf8)
    }

    private func document(_ language: Language) -> Markup {
        .element(.html, .lang(language)) {
            Markup.element(.head) {
                Markup.element(.meta, .named(.charset, "utf-8"))
                Markup.element(
                    .meta, .named(.name, "viewport"), .named(.content, "width=device-width, initial-scale=1"))
                Markup.element(.title) { content.title(language) + " · " + member.name(language) }
                Markup.element(.link, .named(.rel, "stylesheet"), .href(.stylesheet))
            }
            Markup.element(.body) {
                Markup.element(.a, .class("skip"), .href(.anchor("content"))) {
                    Bilingual(zh: "跳到正文", en: "Skip to content")(language)
                }
                header(language)
                Markup.element(.main, .id("content")) {
                    if !isDoor { freshness.warning(language) }
                    Markup.element(.h1) { content.title(language) }
                    if !isDoor { freshness.line(language) }
                    content.markup(language)
                }
                if !isDoor { footer(language) }
            }
        }
    }

    private func header(_ language: Language) -> Markup {
        .element(.header) {
            Markup.element(.div, .class("top")) {
                Markup.element(.p, .class("node")) {
                    Markup.element(.a, .href(PageAddress(language))) {
                        Bilingual(zh: "同舟 · ", en: "Tongzhou · ")(language)
                        member.name(language)
                    }
                }
                Markup.element(.p, .class("languages")) {
                    Language.allCases.filter { $0 != language }.map { other in
                        Markup.element(
                            .a,
                            [
                                .href(PageAddress(other, content.path)), .lang(other),
                                .named(.hreflang, other.rawValue),
                            ],
                            Markup(other == .zh ? "中文" : "English"))
                    }
                }
            }
            if let desk { account(desk, language) }
            if !isDoor { navigation(language) }
        }
    }

    private func account(_ desk: DeskFrame, _ language: Language) -> Markup {
        .element(.div, .class("account")) {
            Markup.element(.p) { "\(desk.name)（\(desk.role.name(language))）" }
            DeskForm(act: .logOut, frame: desk, language: language).markup(DeskAct.logOut.name)
        }
    }

    private func navigation(_ language: Language) -> Markup {
        let sections = (desk?.sections() ?? []) + SiteSection.allCases.map { ($0.path, $0.name) }
        return .element(.nav, .named(.ariaLabel, Bilingual(zh: "栏目", en: "Parts of this site")(language))) {
            Markup.element(.ul) {
                sections.map { path, name in
                    let isHere = content.path.first == path.first
                    let attributes: [Attribute] =
                        [.href(PageAddress(language, path))] + (isHere ? [.named(.ariaCurrent, "page")] : [])
                    return Markup.element(.li) { Markup.element(.a, attributes, Markup(name(language))) }
                }
            }
        }
    }

    private func footer(_ language: Language) -> Markup {
        .element(.footer) {
            Markup.element(.p) {
                Bilingual(
                    zh: "金额由协议文本与签名日志算得，任何人都可以核对：",
                    en: "Amounts follow from the text of the agreement and signed logs, and anyone can check them: ")(
                        language)
                Markup.link(PageAddress(language, SiteSection.check.path), SiteSection.check.name(language))
                Bilingual(zh: "。", en: ".")(language)
            }
            Markup.element(.p) {
                Bilingual(zh: "本页生成于 ", en: "This page was made at ")(language)
                freshness.now.minute
            }
        }
    }
}
