import ArgumentParser
import Foundation
import NodeService

/// Tells the story of one real amount, with three processes on this machine.
struct DemoCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "demo",
            abstract: Speech.text(
                zh: "演示：重庆、湖南与中央节点在本机就一笔真实规则下的金额达成一致",
                en: "demonstration: Chongqing, Hunan and the centre agree on one amount, on this machine"))
    }

    @OptionGroup var common: CommonOptions
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "演示文件夹（旧的演示会被替换）", en: "folder of the demonstration (an older one is replaced)")))
    var folder = ".build-demo"
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "项目文件夹（含 schemes、peers、docs）", en: "project folder (with schemes, peers, docs)")))
    var project = "."

    func run() async throws {
        try await CommonOptions.guarded {
            let story = DemoStory(
                folder: URL(filePath: folder), project: URL(filePath: project), language: Speech.language
            ) { try? FileHandle.standardOutput.write(contentsOf: Data($0.utf8)) }
            try CommonOptions.finish(try await story.run())
        }
    }
}
