import ArgumentParser
import Foundation
import NodeService

/// Writes a key for a new epoch.
struct KeysNewCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "new",
            abstract: Speech.text(
                zh: "生成私钥文件：新期次的日志密钥，或 SM2 密钥（--sm2）",
                en: "write a key file: a log key for a new epoch, or an SM2 key (--sm2)"))
    }

    @OptionGroup var options: OfflineOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "新文件，权限 0600，从不覆盖", en: "the new file, mode 0600, never overwritten")))
    var file: String
    @OptionGroup var national: SM2Options

    func run() async throws {
        try await CommonOptions.guarded {
            try CommonOptions.finish(
                national.sm2
                    ? try NewLogKey.writeSM2(
                        to: URL(filePath: file), passphrase: national.file, Speech.language, format: options.format)
                    : try NewLogKey.write(to: URL(filePath: file), Speech.language, format: options.format))
        }
    }
}
