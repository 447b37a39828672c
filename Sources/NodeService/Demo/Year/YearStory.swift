public import Compensation
import Federation
public import Foundation
import Presentation

/// A year of six nodes, told while it happens; at the end published payments stand beside the computed ones.
public struct YearStory {
    private let folder: URL
    private let project: URL
    private let language: Language
    private let say: @Sendable (String) -> Void
    private let clock: any NodeClock
    /// Clearings are recorded so long ago that thirty days to pay are over when the nodes have today's clock.
    private static let daysAgo = 40

    public init(
        folder: URL, project: URL, language: Language, clock: any NodeClock = SystemClock(),
        say: @escaping @Sendable (String) -> Void
    ) {
        self.folder = folder
        self.project = project
        self.language = language
        self.clock = clock
        self.say = say
    }

    /// By when the projects of the story report, `{report-due}`: the last day of the next year. A day that is written
    /// down here would be over some time, and the story would end with a reminder.
    static func reportDue(_ now: Timestamp) throws -> String {
        guard let time = now.civilTime, let year = PeriodKind.year.period(containing: time),
            let last = year.shifted(by: 1, .year)?.periods(of: .day).last
        else { throw DemoFailure("no calendar for \(now.text)") }
        return last.text
    }

    private static let steps: [YearStep] =
        [
            .tell(
                zh: "演示：真实补偿规则与已公布的输入；没有实测数据之处为演示数据，不是官方结果。数据：中国环境监测总站。",
                en:
                    "A demonstration of real rules with published inputs; where there are no real readings they are made up, and nothing here is an official result. Data: CNEMC."
            ),
            .tell(
                zh: "六个进程已启动：云南、贵州、四川、重庆、湖南与中央节点，彼此双向 TLS；时钟先拨回 \(daysAgo) 天。",
                en:
                    "Six processes are running: Yunnan, Guizhou, Sichuan, Chongqing, Hunan and the centre, mutual TLS between them; their clocks are set back by \(daysAgo) days."
            ),
            .each(chishui), .each(youshui), .each(laixi), .each(late), .each(youshuiPublished), .each(centre),
            .tell(zh: "\n九、台账", en: "\n9. The ledger"), .run("530000", "ledger", .output),
        ]

    /// Runs the story; the outcome's exit code is 0 only if everything held and every published amount came out.
    public func run(json: Bool) async throws -> CommandOutcome {
        try await DemoFederation.told(language) {
            try DemoFederation(
                folder: folder, project: project, language: language.rawValue, members: YearProvince.members,
                daysAgo: Self.daysAgo, configure: Self.policy)
        } story: { federation in
            try await tell(federation, json: json)
        }
    }

    private func tell(_ federation: DemoFederation, json: Bool) async throws -> CommandOutcome {
        var player = YearPlayer(
            federation: federation, language: language, knowing: [("report-due", try Self.reportDue(clock.now))],
            say: say)
        for step in Self.steps { try await player.play(step) }
        let report = try await YearAccounts(federation: federation).report()
        let title = Bilingual(zh: "\n十、已公布与算得\n", en: "\n10. Published and computed\n")(language)
        return CommandOutcome(
            exitCode: report.holds ? ExitCode.done : ExitCode.failed,
            output: json ? report.jsonText : title + report.text(language) + close)
    }

    /// Operators accept, but for the Laixi.
    private static func policy(_ yaml: String) -> String {
        yaml.replacing(
            "accepting: operator}",
            with: "accepting: operator, agreements: {laixi-2023: {accepting: automatic}}}")
    }

    private var close: String {
        Bilingual(
            zh: """

                贵州支付 2023 年度 2 550 万元（3 000 万元的 85 %）原因未公布，不在比较之列；渌水需要江西节点，只作试算。
                这是演示，不是官方结果。文件夹留在 \(folder.path)，可以四处看看：

                """,
            en: """

                The 25.5 million yuan that Guizhou paid for 2023 (85 % of 30) are not compared: the reason is not published. The Lushui would need a node of Jiangxi and is only tried out.
                This is a demonstration, not an official result. The folders stay in \(folder.path); look around:

                """)(language)
            + ["status", "ledger", "clearing list", "payments list"].map {
                "   tongzhou \($0) --config \(folder.path)/\(YearProvince.chongqing.code)/node.yaml\n"
            }.joined()
    }
}
