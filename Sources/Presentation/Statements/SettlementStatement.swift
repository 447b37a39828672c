public import Compensation
public import Federation
import TransparencyLog

/// 结算单: what one settlement comes to, on one sheet to print, sign and seal; every figure of it can be looked up by
/// its verification code.
public struct SettlementStatement: Report {
    let summary: SettlementSummary
    let computation: Computation?
    let signatures: [StatementSignature]
    let names: PartyNames

    public init(_ summary: SettlementSummary, docket: Docket) {
        self.summary = summary
        computation = summary.computation
        signatures = StatementSignature.all(summary.settlement, docket)
        names = PartyNames(docket, summary.settlement.terms)
    }

    private var key: SettlementKey { summary.settlement.key }
    private var terms: AgreementTerms { summary.settlement.terms }

    /// `youshui-2019/2021-04`.
    public var number: String { "\(key.agreement.text)/\(key.periodText)" }

    /// Of what the centre has verified, before that of what this node computes.
    var digest: String? { summary.digest }

    /// Whether it is more than a draft.
    var isVerified: Bool { summary.settlement.verified != nil }

    /// The first sixteen digits of the result's digest in groups; `nil` where there is no result.
    public var verificationCode: String? {
        digest.map { digest in
            let digits = Array(digest.utf8.prefix(16))
            return stride(from: 0, to: digits.count, by: 4)
                .map { String(decoding: digits[$0..<min($0 + 4, digits.count)], as: UTF8.self) }.joined(separator: "-")
        }
    }

    /// The digits that a person typed or read, in any grouping; `nil` for what is none.
    public static func digits(ofCode text: String) -> String? {
        let kept = text.utf8.filter { ![UInt8(ascii: "-"), UInt8(ascii: " ")].contains($0) }
            .map { (65...70).contains($0) ? $0 + 32 : $0 }
        let isHexadecimal = kept.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        return (16...64).contains(kept.count) && isHexadecimal ? String(decoding: kept, as: UTF8.self) : nil
    }

    /// What it is called, with what it is worth.
    var standing: Bilingual { Self.standing(isVerified: isVerified) }

    static func standing(isVerified: Bool) -> Bilingual {
        isVerified
            ? Bilingual(zh: "已经中央节点核验", en: "verified by the centre")
            : Bilingual(zh: "草稿：未经中央节点核验，不作支付依据", en: "draft: not verified by the centre, not to be paid by")
    }

    public static let title = Bilingual(zh: "流域横向生态保护补偿结算单", en: "Statement of ecological compensation")

    // MARK: Parts

    /// The tables of the statement in their order.
    public func parts(_ language: Language) -> [StatementPart] {
        [
            head(language), amounts(language), adjustment(language), readings(language), waterQuality(language),
            steps(language), signed(language), evidence(language),
        ].compactMap(\.self)
    }

    private func head(_ language: Language) -> StatementPart {
        let title = TerminalText.visible(terms.scheme.title(language))
        let parties = terms.entry.parties.map { names.name($0, language) }
        let separator = Bilingual(zh: "、", en: ", ")(language)
        var rows = [
            [Bilingual(zh: "编号", en: "Number")(language), number],
            [
                Bilingual(zh: "协议", en: "Agreement")(language),
                "\(title)\(Punctuation.aside(key.agreement.text, language))",
            ],
            [Bilingual(zh: "核算期", en: "Period")(language), key.periodText],
            [Bilingual(zh: "当事方", en: "Parties")(language), parties.joined(separator: separator)],
            [
                Bilingual(zh: "状态", en: "State")(language),
                summary.state.name(language) + Punctuation.aside(standing(language), language),
            ],
        ]
        if let obstacle = summary.shownObstacle {
            rows.append([
                Bilingual(zh: "不能核算", en: "Not computed")(language), ObstacleWording.text(obstacle)(language),
            ])
        }
        if let missing = summary.missingComputation {
            rows.append([Bilingual(zh: "计算过程", en: "Computation")(language), missing(language)])
        }
        return StatementPart("结算事项", "Subject", rows: rows)
    }

    private func amounts(_ language: Language) -> StatementPart {
        let rows = summary.transfers.map { transfer in
            [
                names.name(transfer.payer, language), names.name(transfer.payee, language),
                transfer.section.map { name(of: $0, language) } ?? "–", transfer.amount.formattedYuan,
                "人民币\(transfer.amount.capitals)",
            ]
        }
        let nothing = [
            [Bilingual(zh: "无需支付", en: "nothing to pay")(language), "–", "–", "0.00", "人民币\(Fen.zero.capitals)"]
        ]
        return StatementPart(
            "补偿金额", "Amounts",
            [
                Bilingual(zh: "付款方", en: "Payer"), Bilingual(zh: "收款方", en: "Payee"),
                Bilingual(zh: "断面", en: "Section"), Bilingual(zh: "金额（元）", en: "Amount (yuan)"),
                Bilingual(zh: "金额大写", en: "In Chinese capitals"),
            ], numbers: [3], rows: rows.isEmpty && summary.isComputed ? nothing : rows)
    }

    func name(of section: SectionID, _ language: Language) -> String {
        let known = terms.scheme.sections.first { $0.id == section }
        return TerminalText.visible((language == .zh ? known?.name : known?.label) ?? section.text)
    }

    /// How many readings of each section there are, and how many of them went into the result.
    private var counts: [(section: SectionID, all: Int, used: Int)]? {
        guard let inputs = computation?.settlement.inputs else { return nil }
        return terms.scheme.sections.map { section in
            let mine = inputs.filter { $0.reading.section == section.id }
            return (section: section.id, all: mine.count, used: mine.count { $0.used })
        }
    }

    private func readings(_ language: Language) -> StatementPart? {
        guard let counts else { return nil }
        let rows = counts.map { section, all, used in
            [name(of: section, language), section.text, "\(all)", "\(used)", "\(all - used)"]
        }
        return StatementPart(
            "断面与数据", "Sections and data",
            [
                Bilingual(zh: "断面", en: "Section"), Bilingual(zh: "标识", en: "Identifier"),
                Bilingual(zh: "监测数据", en: "Readings"), Bilingual(zh: "参与计算", en: "Used"),
                Bilingual(zh: "未采用", en: "Left out"),
            ], numbers: [2, 3, 4], rows: rows)
    }

    /// A sheet has room for so many; all of them are on the page of the settlement.
    private static let mostSteps = 24

    private func steps(_ language: Language) -> StatementPart? {
        guard let steps = computation?.settlement.steps, !steps.isEmpty else { return nil }
        var rows = steps.prefix(Self.mostSteps).map { step in
            [
                language == .zh ? step.name : "\(step.label) (\(step.name))", step.article,
                step.display,
            ].map(TerminalText.visible)
        }
        if steps.count > Self.mostSteps {
            rows.append([
                Bilingual(
                    zh: "另有 \(steps.count - Self.mostSteps) 步，见核算页",
                    en: "\(steps.count - Self.mostSteps) more steps on the settlement's page")(language),
                "", "",
            ])
        }
        return StatementPart(
            "核算结果", "Computation",
            [
                Bilingual(zh: "项目", en: "Item"), Bilingual(zh: "依据条款", en: "Article"),
                Bilingual(zh: "结果", en: "Result"),
            ], rows: rows)
    }

    private func signed(_ language: Language) -> StatementPart {
        StatementPart(
            "电子签署", "Signatures",
            [
                Bilingual(zh: "签署方", en: "Signer"), Bilingual(zh: "事项", en: "Act"), Bilingual(zh: "时间", en: "Time"),
                Bilingual(zh: "日志位置", en: "Place in the log"), Bilingual(zh: "密钥指纹", en: "Key fingerprint"),
            ],
            rows: signatures.map { signature in
                [
                    TerminalText.visible(signature.signer(language)), signature.act.name(language),
                    signature.at.text.prefix(10) + " " + signature.at.text.dropFirst(11).prefix(8),
                    signature.place.text, signature.fingerprints,
                ]
            })
    }

    private func evidence(_ language: Language) -> StatementPart {
        var rows = [
            [Bilingual(zh: "协议文本摘要", en: "Digest of the agreement")(language), terms.digest.hex],
            [Bilingual(zh: "核算方案摘要", en: "Digest of the scheme")(language), terms.entry.schemeDigest.hex],
        ]
        if let digest { rows.append([Bilingual(zh: "核算结果摘要", en: "Digest of the result")(language), digest]) }
        rows += (computation?.cut ?? []).map { line in
            [
                Bilingual(zh: "所据日志", en: "Log it rests on")(language),
                Bilingual(
                    zh: "\(line.log.text) 前 \(line.size) 条，根 \(line.root.hex)",
                    en: "\(line.log.text), first \(line.size) entries, root \(line.root.hex)")(language),
            ]
        }
        if let verificationCode {
            rows.append([Bilingual(zh: "核验码", en: "Verification code")(language), verificationCode])
        }
        return StatementPart("核验依据（摘要均为 SHA-256）", "To check it (digests are SHA-256)", rows: rows)
    }

    // MARK: Dresses

    public var json: JSONValue {
        .members([
            ("schema", 1), ("number", .string(number)), ("settlement", summary.json),
            ("verified", .bool(isVerified)),
            (
                "amounts",
                .array(
                    summary.transfers.map { transfer in
                        .members([
                            ("payer", .string(transfer.payer.text)), ("payee", .string(transfer.payee.text)),
                            ("section", transfer.section.map { .string($0.text) }),
                            ("amount_fen", .integer(transfer.amount.count)),
                            ("amount_capitals", .string(transfer.amount.capitals)),
                        ])
                    })
            ),
            ("agreement_digest", .string(terms.digest.hex)),
            ("scheme_digest", .string(terms.entry.schemeDigest.hex)),
            ("result_digest", digest.map { .string($0) }),
            ("cut", computation.map { .array($0.cut.map(\.json)) }),
            ("sections", sections), ("assessments", assessments),
            ("steps", computation.map { .array($0.settlement.steps.map(StepWording.json)) }),
            ("signatures", .array(signatures.map(\.json))),
            ("verification_code", verificationCode.map { .string($0) }),
        ])
    }

    private var sections: JSONValue? {
        guard let counts else { return nil }
        let sections = counts.map { section, all, used in
            JSONValue.members([
                ("section", .string(section.text)), ("readings", .integer(Int64(all))),
                ("used", .integer(Int64(used))), ("left_out", .integer(Int64(all - used))),
            ])
        }
        return .array(sections)
    }

    public var rowsMember: String? { "amounts" }

    public func text(_ language: Language) -> String {
        ([Self.title(language)]
            + parts(language).flatMap { part -> [String] in
                let table =
                    part.columns.isEmpty
                    ? part.rows.map { "  " + $0.joined(separator: Bilingual(zh: "：", en: ": ")(language)) }
                    : [
                        TextTable.rendered(
                            part.columns.map { $0(language) }, rightAligned: part.numbers, rows: part.rows)
                    ]
                return ["", part.title(language)] + table
            }).joined(separator: "\n") + "\n"
    }
}
