import ArgumentParser
import Foundation
import NodeService

/// Tells the story of one real amount, or of a year, with real processes on this machine.
struct DemoCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "demo",
            abstract: Speech.text(
                zh: "演示：重庆、湖南与中央节点在本机就一笔真实规则下的金额达成一致",
                en: "demonstration: Chongqing, Hunan and the centre agree on one amount, on this machine"))
    }

    @OptionGroup var common: CommonOptions
    @Flag(
        help: ArgumentHelp(
            Speech.text(
                zh: "六个节点的一年：赤水河、酉水、濑溪河，直至与已公布金额比较",
                en: "a year of six nodes, compared with the published payments at the end")))
    var year = false
    @Flag(
        help: ArgumentHelp(
            Speech.text(zh: "只输出结果（JSON），与 --year 同用", en: "print the outcome only, as JSON; with --year")))
    var json = false
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "演示文件夹（旧的演示会被替换）", en: "folder of the demonstration (an older one is replaced)")))
    var folder: String?
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "项目文件夹（含 schemes、peers、docs）", en: "project folder (with schemes, peers, docs)")))
    var project = "."

    func validate() throws {
        guard year || !json else {
            throw ValidationError(Speech.text(zh: "--json 须与 --year 同用", en: "--json goes with --year"))
        }
    }

    func run() async throws {
        try await CommonOptions.guarded {
            let folder = URL(filePath: folder ?? (year ? ".build-demo-year" : ".build-demo"))
            let project = URL(filePath: project)
            let isQuiet = json
            let say: @Sendable (String) -> Void = { text in
                if !isQuiet { try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) }
            }
            let outcome =
                year
                ? try await YearStory(folder: folder, project: project, language: Speech.language, say: say)
                    .run(json: json)
                : try await DemoStory(folder: folder, project: project, language: Speech.language, say: say).run()
            try CommonOptions.finish(outcome)
        }
    }
}
