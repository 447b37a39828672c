import ArgumentParser
import Foundation
import NodeService

/// Writes a key for a new epoch.
struct KeysNewCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "new",
            abstract: Speech.text(
                zh: "为新期次生成私钥文件（原密钥丢失或泄露时）",
                en: "write a key file for a new epoch, when the old key is lost or compromised"))
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "新文件，权限 0600，从不覆盖", en: "the new file, mode 0600, never overwritten")))
    var file: String

    func run() async throws {
        try await CommonOptions.guarded {
            try CommonOptions.finish(try NewLogKey.write(to: URL(filePath: file), Speech.language))
        }
    }
}
