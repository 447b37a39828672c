import ArgumentParser
import Compensation
import Foundation
import NodeService

/// Records readings from a file.
struct ImportCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: Speech.text(zh: "导入监测数据（CSV）", en: "import readings (CSV)"),
            discussion: Speech.text(
                zh: "要么全部记录，要么指出每一处问题而一条不记。同一文件再次导入不会重复记录。",
                en:
                    "Records everything, or names every issue and records nothing. The same file imported again adds nothing."
            ))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var file: ReadingsFileOptions

    func run() async throws {
        try await CommonOptions.guarded { try await node.run(.importReadings(try file.readingsFile())) }
    }
}
