public import Compensation
import Federation
import TransparencyLog

/// One agreement: its versions with who signed, and the text that people signed and nodes compute.
public struct AgreementContent: PageContent {
    private let report: AgreementReport

    /// - Parameter report: of at least one version.
    public init(_ report: AgreementReport) { self.report = report }

    /// The version in force now, or else the last one.
    private var shown: AgreementTerms? {
        report.versions.last { $0.inForce && $0.replaced == nil } ?? report.versions.last
    }

    public var title: Bilingual { shown?.scheme.title ?? Bilingual(zh: "协议", en: "Agreement") }

    public var path: [String] { ["agreements"] + [shown?.entry.agreement.text].compactMap(\.self) }

    public func markup(_ language: Language) -> Markup {
        // The newest are what most people come for.
        let versions = PageBudget.fitting(report.versions.reversed().map { version($0, language) }, bytes: 24_000)
        let left = report.versions.count - versions.count
        let taken = versions.reduce(0) { $0 + $1.html.utf8.count }
        return .joined([
            left == 0
                ? .none
                : .element(.p, .class("quiet")) {
                    Bilingual(
                        zh: "较早的 \(left) 个文本未在本页列出。", en: "\(left) earlier texts are not shown on this page.")(language)
                },
            .joined(versions.reversed()),
            shown.map { text($0, language, bytes: max(10_000, 88_000 - taken)) } ?? .none,
        ])
    }

    private func version(_ terms: AgreementTerms, _ language: Language) -> Markup {
        let entry = terms.entry
        var facts = FactSheet()
        facts.add("状态", "State", terms.state(at: report.now).name(language))
        facts.add("当事方", "Parties", report.names(entry.parties, language))
        facts.add("已签署", "Signed by", report.names(terms.signedBy, language))
        if let signedAt = terms.signedAt { facts.add("签署于", "Signed at", signedAt.minute) }
        facts.add("有效期", "Valid", "\(entry.validFrom.text) – \(entry.validTo.text)")
        facts.add("协议文本摘要 SHA-256", "Digest of the agreement", terms.digest.hex)
        facts.add("核算方案摘要 SHA-256", "Digest of the scheme", entry.schemeDigest.hex)
        for parameter in entry.parameters {
            facts.add("参数", "Parameter", "\(parameter.name.text) = \(parameter.value)")
        }
        for (duty, value) in AgreementDutyWording.lines(entry.duties) { facts.add(duty.zh, duty.en, value(language)) }
        for section in terms.scheme.sections {
            facts.add(
                "考核断面", "Section",
                .link(
                    PageAddress(language, ["sections", section.id.text]), language == .zh ? section.name : section.label
                ))
        }
        let life = report.life(terms, language)
        return .joined([
            .element(.h2) {
                Bilingual(zh: "文本 \(terms.digest.hex.prefix(12))", en: "Text \(terms.digest.hex.prefix(12))")(language)
            },
            facts.markup(language),
            life.isEmpty ? .none : .element(.ul) { life.map { line in Markup.element(.li) { line } } },
        ])
    }

    private func text(_ terms: AgreementTerms, _ language: Language, bytes: Int) -> Markup {
        let digest = String(terms.entry.schemeDigest.hex.prefix(16))
        return .joined([
            .element(.h2) { Bilingual(zh: "核算方案全文", en: "The text of the scheme")(language) },
            .element(.p) {
                Bilingual(
                    zh: "左侧为各方签署的条款，右侧为节点据以计算的规则；两者在同一份文件中，由同一摘要锁定。",
                    en:
                        "The articles that the parties sign, with the rules that nodes compute beside them; both are one file under one digest."
                )(language)
                " "
                Markup.link(
                    PageAddress(language, ["download", "scheme", "\(digest).md"]),
                    Bilingual(zh: "下载原文（Markdown）", en: "Download the file (Markdown)")(language))
            },
            SchemeText(terms.scheme).markup(language, bytes: min(70_000, bytes)),
        ])
    }
}
