public import Compensation
import Federation
import TransparencyLog

/// One settlement as `explain` tells it: the amount, where it stands and who signed, the readings it rests on, and
/// every step with its article.
public struct SettlementContent: PageContent {
    private let explanation: SettlementExplanation
    private let page: SettlementPage
    private let signatures: [StatementSignature]

    public init(_ explanation: SettlementExplanation, _ page: SettlementPage, signatures: [StatementSignature]) {
        self.explanation = explanation
        self.page = page
        self.signatures = signatures
    }

    private var summary: SettlementSummary { explanation.summary }
    private var key: SettlementKey { summary.settlement.key }

    public var title: Bilingual {
        let title = summary.settlement.terms.scheme.title
        return Bilingual(zh: "\(title.zh) \(key.periodText)", en: "\(title.en), \(key.periodText)")
    }

    public var path: [String] { summary.path }

    public func markup(_ language: Language) -> Markup {
        let head = Markup.joined([result(language), facts(language), signed(language), objections(language)])
        let files = self.files(language)
        let room = 85_000 - head.html.utf8.count - files.html.utf8.count
        return .joined([
            head,
            explanation.computation.map { story($0, language, bytes: max(10_000, room)) } ?? .none,
            summary.missingComputation.map { missing in Markup.element(.p, .class("warning")) { missing(language) } }
                ?? .none,
            files,
        ])
    }

    // MARK: The amount

    private func result(_ language: Language) -> Markup {
        let transfers = summary.transfers
        let amounts = transfers.map { amount($0, language) }
        let shown = PageBudget.fitting(amounts, bytes: 10_000)
        let state = summary.state
        return .element(.div, .class("result")) {
            Markup.element(.p) {
                StateBadge.markup(state, language)
                " "
                SettlementStates.meaning(state)(language)
            }
            if let obstacle = summary.shownObstacle {
                Markup.element(.p) { ObstacleWording.text(obstacle)(language) }
            } else if transfers.isEmpty {
                Markup.element(.p, .class("amount")) { Bilingual(zh: "无需支付", en: "Nothing to pay")(language) }
            }
            shown
            if shown.count < amounts.count {
                Markup.element(.p) {
                    Bilingual(
                        zh: "以上为前 \(shown.count) 笔，共 \(amounts.count) 笔；其余见结算单。",
                        en: "The first \(shown.count) of \(amounts.count) payments; the statement has the others.")(
                            language)
                }
            }
            summary.mustAct.map { duty in
                Markup.element(.p) {
                    Bilingual(zh: "待办：", en: "To do: ")(language)
                    DutyWording.text(
                        duty, name: summary.partyName(duty.party, language), now: summary.now, language)
                }
            }
        }
    }

    private func amount(_ transfer: TransferTerms, _ language: Language) -> Markup {
        .element(.p, .class("amount")) {
            summary.partyName(transfer.payer, language)
            " → "
            summary.partyName(transfer.payee, language)
            Markup.element(.strong) { " ¥\(transfer.amount.formattedYuan)" }
            Markup.element(.span, .class("capitals"), .lang(.zh)) { "人民币\(transfer.amount.capitals)" }
        }
    }

    private func facts(_ language: Language) -> Markup {
        var facts = FactSheet()
        facts.add(
            "协议", "Agreement",
            .link(PageAddress(language, ["agreements", key.agreement.text]), key.agreement.text))
        facts.add("核算期", "Period", key.periodText)
        if summary.digest != nil {
            facts.add(
                "结算单", "Statement",
                .link(
                    PageAddress(language, ["statements"] + path.dropFirst()),
                    Bilingual(zh: "打印用结算单", en: "statement to print")(language)))
        }
        return facts.markup(language)
    }

    // MARK: Who signed

    private func signed(_ language: Language) -> Markup {
        .joined([
            .element(.h2) { Bilingual(zh: "各方表态", en: "Who signed what")(language) },
            StatementSignature.table(
                signatures, language,
                download: Download(
                    path: ["download", "signatures", key.agreement.text, key.periodText, summary.digestMark])
            ).markup(language),
        ])
    }

    private func objections(_ language: Language) -> Markup {
        let lines = summary.objections(language)
        return lines.isEmpty ? .none : PageBudget.list(lines, bytes: 3_000, language)
    }

    // MARK: How it is computed

    /// - Parameter bytes: what it may take. Of what the short lists leave over, the larger half is for the readings.
    private func story(_ computation: Computation, _ language: Language, bytes: Int) -> Markup {
        let (extra, corrections) = (self.extra(language), self.corrections(language))
        let room = max(10_000, bytes - extra.html.utf8.count - corrections.html.utf8.count)
        let steps = computation.settlement.steps.map { step($0, language) }
        let shown = PageBudget.fitting(steps, bytes: min(30_000, room * 46 / 100))
        return .joined([
            .element(.h2) { Bilingual(zh: "计算步骤", en: "Step by step")(language) },
            .element(.p) {
                Bilingual(
                    zh: "每一步列出条款、规则原文、代入的数与结果，可用计算器逐步验算。中间结果不修约。",
                    en:
                        "Each step shows its article, the rule as written, the numbers put in and the result, so that a pocket calculator is enough. Nothing is rounded on the way."
                )(language)
            },
            .element(.ol, .class("steps")) { shown },
            PageBudget.remark(shown: shown.count, of: steps.count, language),
            .element(.p, .class("downloads")) {
                Bilingual(zh: "下载全部步骤：", en: "Download all steps: ")(language)
                Markup.link(
                    PageAddress(
                        language,
                        ["download", "explanation", key.agreement.text, key.periodText, "\(summary.digestMark).json"]),
                    "JSON")
            },
            extra,
            .element(.h2) { Bilingual(zh: "采用的监测数据", en: "Readings it rests on")(language) },
            explanation.inputs(computation, language, bytes: min(34_000, room * 52 / 100)),
            corrections,
        ])
    }

    private func step(_ step: SettlementStep, _ language: Language) -> Markup {
        .element(.li) {
            Markup.element(.h3) {
                language == .zh ? step.name : "\(step.label) (\(step.name))"
            }
            if !step.article.isEmpty { Markup.element(.p, .class("quiet")) { step.article } }
            Markup.element(.pre) { Markup.lines(step.rule) }
            Markup.element(.p, .class("arithmetic")) {
                step.arithmetic
                Markup.element(.strong) { " = \(step.display)" }
            }
            if !step.restsOn.isEmpty {
                Markup.element(.p, .class("quiet")) { StepWording.restsOn(step.restsOn, language) }
            }
        }
    }

    /// Facts and exemptions, where there are any.
    private func extra(_ language: Language) -> Markup {
        func list(_ title: Bilingual, _ lines: [String]) -> Markup {
            lines.isEmpty
                ? .none
                : .joined([
                    .element(.h2) { title(language) },
                    PageBudget.list(lines, bytes: 3_000, language),
                ])
        }
        return .joined([
            list(
                Bilingual(zh: "核定数据", en: "Facts"), page.facts.map { FactWording.text($0, summary.partyName, language) }
            ),
            list(
                Bilingual(zh: "免除申请", en: "Exemptions"),
                page.exemptions.map { ExemptionWording.text($0, summary.partyName, language) }),
        ])
    }

    private func corrections(_ language: Language) -> Markup {
        let lines = summary.corrections.map { explanation.correction(line: $0, language) }
        guard !lines.isEmpty else { return .none }
        return .joined([
            .element(.h3) { Bilingual(zh: "数据更正", en: "Corrections")(language) },
            PageBudget.list(lines, bytes: 3_000, language),
        ])
    }

    // MARK: Proofs

    private func files(_ language: Language) -> Markup {
        var facts = FactSheet()
        let terms = summary.settlement.terms
        if let digest = summary.digest {
            facts.add("结果摘要 SHA-256", "Digest of the result", digest)
        }
        facts.add("方案摘要 SHA-256", "Digest of the scheme", terms.entry.schemeDigest.hex)
        for line in explanation.computation?.cut ?? [] {
            facts.add(
                "所据日志", "Log it rests on",
                Bilingual(
                    zh: "\(line.log.text) 前 \(line.size) 条，根 \(line.root.hex)",
                    en: "\(line.log.text), the first \(line.size) entries, root \(line.root.hex)")(language))
        }
        let proofs = PageAddress(
            language, ["download", "proofs", key.agreement.text, key.periodText, "\(summary.digestMark).tar"])
        return .joined([
            .element(.h2) { Bilingual(zh: "自行核验", en: "Check it yourself")(language) },
            facts.markup(language),
            signatures.isEmpty
                ? .none
                : .element(.p) {
                    Markup.link(proofs, Bilingual(zh: "下载证明文件（.tar）", en: "Download the proofs (.tar)")(language))
                    Bilingual(
                        zh: "：各方与中央节点的原话、日志证明、公钥和核验说明。", en: ": what each signed, with proofs, keys and how to check.")(
                            language)
                },
        ])
    }
}
