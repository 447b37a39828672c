public import Compensation
public import Foundation

/// The story of one amount, told in plain words while it happens. Every sentence that claims something is checked.
public struct DemoStory {
    private let folder: URL
    private let project: URL
    private let language: Language
    private let say: @Sendable (String) -> Void
    private static let agreement = "youshui-2019"
    private static let period = "2021-04"
    private static let amount = 40_000_000
    private static let chongqing = "500000"
    private static let hunan = "430000"
    private static let members = [
        DemoMember(code: chongqing, name: Bilingual(zh: "重庆市", en: "Chongqing"), channels: ["youshui"]),
        DemoMember(code: hunan, name: Bilingual(zh: "湖南省", en: "Hunan"), channels: ["youshui"]),
        DemoMember(code: DemoMember.centreCode, name: Bilingual(zh: "中央节点", en: "Centre"), channels: []),
    ]
    private static let codes = members.map(\.code)

    public init(folder: URL, project: URL, language: Language, say: @escaping @Sendable (String) -> Void) {
        self.folder = folder
        self.project = project
        self.language = language
        self.say = say
    }

    private func tell(zh: String, en: String) { say(Bilingual(zh: zh, en: en)(language) + "\n") }

    private func check(_ holds: Bool, _ what: String) throws {
        guard holds else { throw DemoFailure(what) }
    }

    /// Runs the story; the outcome's exit code is 0 only if every check held.
    public func run() async throws -> CommandOutcome {
        tell(
            zh: "演示：真实监测数据、真实补偿规则，但不是官方结果。数据：中国环境监测总站；每月 40 万元系由公布的年度总额推算。",
            en:
                "A demonstration with real readings and a real rule, not an official result. Data: CNEMC; the 400 000 yuan a month are inferred from the published yearly total."
        )
        return try await DemoFederation.told(language) {
            try DemoFederation(
                folder: folder, project: project, language: language.rawValue, members: Self.members)
        } story: { federation in
            try await acts(federation)
            return CommandOutcome(exitCode: ExitCode.done)
        }
    }

    private func acts(_ federation: DemoFederation) async throws {
        try await agree(federation)
        let imported = Deadline(after: .zero)
        try await spike(federation)
        try await correct(federation)
        try await endorse(federation)
        try await verify(federation, imported)
        try close(federation)
    }

    // MARK: 1 agreement

    private func agree(_ federation: DemoFederation) async throws {
        tell(
            zh: "\n一、三个进程已启动：重庆市、湖南省、中央节点；各有自己的 SQLite 文件夹和签名日志，彼此双向 TLS。",
            en:
                "\n1. Three processes are running: Chongqing, Hunan and the centre, each with its own SQLite folder and signed log, mutual TLS between them."
        )
        _ = try await federation.command(
            Self.chongqing,
            [
                "sections", "add", "--id", "430000-liye", "--name-zh", "里耶镇", "--name-en", "Liye Town", "--river", "酉水",
                "--basin", "长江流域", "--upstream", "500000", "--downstream", "430000",
            ])
        _ = try await federation.command(
            Self.hunan,
            ["agreements", "add", federation.path("schemes/酉水-重庆-湖南.md"), "--channel", "youshui"])
        _ = try await federation.command(Self.hunan, ["agreements", "sign", Self.agreement])
        _ = try await federation.wait("agreement mirrored", at: Self.chongqing, ["agreements", "list"]) {
            $0["agreements"].list.count == 1
        }
        _ = try await federation.command(Self.chongqing, ["agreements", "sign", Self.agreement])
        for code in Self.codes {
            let answer = try await federation.wait("agreement in force", at: code, ["agreements", "list"]) {
                $0["agreements"][0]["in_force"].flag
            }
            if code == DemoMember.centreCode {
                tell(
                    zh: "   湖南（下游）起草，双方签署《酉水》协议，方案 SHA-256 \(answer["agreements"][0]["scheme_digest"].text)",
                    en:
                        "   Hunan (downstream) drafted, both signed; scheme SHA-256 \(answer["agreements"][0]["scheme_digest"].text)"
                )
            }
        }
    }

    // MARK: 2 the month with the spike

    private func spike(_ federation: DemoFederation) async throws {
        tell(
            zh: "\n二、重庆导入里耶镇 2021 年 4 月 1–5 日的 4 小时数据（含维护期异常值 13.60）。",
            en:
                "\n2. Chongqing imports the 4-hourly readings of Liye Town, 1–5 April 2021 (with the maintenance spike of 13.60)."
        )
        let file = federation.path("docs/demo/liye-2021-04.csv")
        let receipt = try await federation.command(Self.chongqing, ["import", file, "--year", "2021"])
        try check(receipt["issues"].list.isEmpty, "import without issues: \(receipt.raw)")
        let again = try await federation.command(Self.chongqing, ["import", file, "--year", "2021"])
        try check(again["new_readings"].number == 0, "the same file again records nothing new")
        tell(
            zh: "   28 行中 3 行完全重复只算一次；维护行留在日志里但不参与均值。同一文件再导入一次：没有新内容。",
            en:
                "   3 of the 28 rows repeat another exactly and count once; maintenance rows stay in the log but not in the mean. The same file once more: nothing new."
        )
        for code in Self.codes {
            try await expect(code, federation, state: "proposed", payer: "500000", payee: "430000")
        }
        let explained = try await federation.command(Self.hunan, ["explain", Self.agreement, Self.period])
        try check(display(explained, "月类别") == "Ⅳ", "class Ⅳ")
        tell(
            zh: "   两省各自核算并提议，摘要相同：高锰酸盐指数均值 97.83/13 = 7.5254 mg/L → Ⅳ 类 → 重庆付湖南 40 万元。",
            en:
                "   Both compute and propose by themselves, digests equal: mean CODMn 97.83/13 = 7.5254 mg/L → class Ⅳ → Chongqing pays Hunan 400 000 yuan."
        )
    }

    // MARK: 3 correction

    private func correct(_ federation: DemoFederation) async throws {
        tell(
            zh: "\n三、重庆更正六个 13.60（仪器维护后的异常值），写明理由。",
            en: "\n3. Chongqing corrects the six values of 13.60 (instrument fault after maintenance), with the reason."
        )
        let receipt = try await federation.command(
            Self.chongqing,
            [
                "correct", federation.path("docs/demo/liye-2021-04-correction.csv"), "--year", "2021", "--reason",
                "仪器维护后高锰酸盐指数异常（13.60），经核查剔除",
            ])
        try check(receipt["issues"].list.isEmpty, "correction without issues")
        let answer = try await federation.wait(
            "Hunan objects", at: Self.chongqing, ["settlements"]
        ) { settlement($0)["objections"].list.count == 1 }
        let objection = settlement(answer)["objections"][0]
        try check(
            objection["place"].text == "430000-liye 2021-04-02T16:00+08:00 codmn" && objection["own"].text == "13.60"
                && objection["other"].text == "-", "the first differing input is named")
        try await expect(DemoMember.centreCode, federation, state: "disputed", payer: nil, payee: nil)
        tell(
            zh: "   湖南尚未确认更正，仍持旧数据：自动提出异议，指明首个不同的输入：\(objection["place"].text)，本方 13.60，提议中已剔除。没有被默默接受。",
            en:
                "   Hunan has not endorsed it and still stands by the old data: its node objects by itself and names the first differing input: \(objection["place"].text), 13.60 here, withdrawn there. Nothing is silently accepted."
        )
    }

    private func endorse(_ federation: DemoFederation) async throws {
        _ = try await federation.command(Self.hunan, ["endorse"])
        for code in Self.codes {
            try await expect(code, federation, state: "proposed", payer: "430000", payee: "500000")
        }
        let explained = try await federation.command(Self.hunan, ["explain", Self.agreement, Self.period])
        try check(display(explained, "月类别") == "Ⅱ", "class Ⅱ")
        tell(
            zh: "   湖南核对后确认更正，双方重算：16.23/7 = 2.3186 mg/L → Ⅱ 类 → 方向反转，湖南付重庆 40 万元。",
            en:
                "   Hunan checks and endorses; both recompute: 16.23/7 = 2.3186 mg/L → class Ⅱ → the direction flips, Hunan pays Chongqing 400 000 yuan."
        )
    }

    // MARK: 4 verification

    private func verify(_ federation: DemoFederation, _ imported: Deadline) async throws {
        tell(zh: "\n四、双方认可；中央节点用自己的镜像复算。", en: "\n4. Both accept; the centre recomputes from its own mirrors.")
        let settlements = try await federation.command(Self.chongqing, ["settlements"])
        let digest = settlement(settlements)["own_digest"].text
        for code in [Self.chongqing, Self.hunan] {
            _ = try await federation.command(
                code, ["accept", Self.agreement, Self.period, "--digest", String(digest.prefix(16))])
        }
        let accepted = Deadline(after: .zero)
        try await expect(
            DemoMember.centreCode, federation, state: "recorded", payer: "430000", payee: "500000")
        let verdictTime = accepted.elapsedText
        let total = imported.elapsedText
        for code in Self.codes {
            try await expect(code, federation, state: "recorded", payer: "430000", payee: "500000")
            let status = try await federation.wait("level", at: code, ["status"]) { answer in
                answer["peers"].list.allSatisfy { $0["state"].text == "up_to_date" && $0["lag"].number == 0 }
                    && answer["verdict"].text == "ok"
            }
            try check(settlement(status)["own_digest"].text == digest, "the same digest everywhere")
            let audit = try await federation.command(code, ["log", "verify"])
            try check(audit["sound"].flag, "logs sound")
        }
        tell(
            zh: "   中央节点找到双方签名与同一摘要 \(digest.prefix(16))…，已核验并记入台账：湖南扣减 40 万元，重庆奖励 40 万元，合计为零。",
            en:
                "   The centre found both signatures and the one digest \(digest.prefix(16))…, verified it and recorded in its ledger: deduction 400 000 for Hunan, reward 400 000 for Chongqing, sum zero."
        )
        tell(
            zh: "   实测：最后一次认可 → 中央核验 \(verdictTime)；导入 → 中央核验（含以上全部人工步骤）\(total)。",
            en:
                "   Measured: last acceptance → verified by the centre \(verdictTime); import → verified by the centre, all steps above included, \(total)."
        )
    }

    private func close(_ federation: DemoFederation) throws {
        for code in Self.codes { say("\n" + (try federation.outcome(code, ["status"]).output)) }
        let home = federation.folder.path
        tell(
            zh: "\n五、以上每句都经过检查。这是演示，不是官方结果。文件夹留在 \(home)，可以四处看看：",
            en:
                "\n5. Every sentence above was checked. This is a demonstration, not an official result. The folders stay in \(home); look around:"
        )
        say("   alias tongzhou=\(federation.program.path)\n")
        for command in ["status", "explain \(Self.agreement) \(Self.period)", "log verify"] {
            say("   tongzhou \(command) --config \(home)/\(Self.hunan)/node.yaml\n")
        }
        let page = try federation.publish(Self.hunan, channels: ["common", "central", "youshui"])
        tell(
            zh: "\n   公开页面：启动湖南节点，再用浏览器打开 \(page)，Ctrl-C 结束：",
            en: "\n   The public pages: start Hunan's node, open \(page) in a browser, end it with Ctrl-C:")
        say("   tongzhou serve --config \(home)/\(Self.hunan)/node.yaml\n")
    }

    // MARK: Reading answers

    private func settlement(_ answer: DemoAnswer) -> DemoAnswer {
        answer["settlements"].list.first { $0["period"].text == Self.period } ?? answer["none"]
    }

    private func display(_ explained: DemoAnswer, _ step: String) -> String {
        explained["steps"].list.first { $0["name"].text == step }?["display"].text ?? ""
    }

    private func expect(
        _ code: String, _ federation: DemoFederation, state: String, payer: String?, payee: String?
    ) async throws {
        _ = try await federation.wait("\(state) \(payer ?? "")", at: code, ["settlements"]) { answer in
            let found = settlement(answer)
            guard found["state"].text == state else { return false }
            guard let payer, let payee else { return true }
            let digests = found["positions"].list.map { $0["proposed_digest"].text }
            let transfer = found["transfers"][0]
            return transfer["payer"].text == payer && transfer["payee"].text == payee
                && transfer["amount_fen"].number == Self.amount && digests.count == 2
                && digests.allSatisfy { $0 == found["own_digest"].text }
        }
    }
}
