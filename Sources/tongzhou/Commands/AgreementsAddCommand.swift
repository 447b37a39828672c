import ArgumentParser
import Foundation
import NodeService

/// Records a scheme and its agreement.
struct AgreementsAddCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: Speech.text(
                zh: "记录方案文件及其协议，供各方签署", en: "record a scheme file and its agreement, for the parties to sign"))
    }

    @OptionGroup var node: NodeOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "方案文件", en: "scheme file")))
    var scheme: String
    @Option(help: ArgumentHelp(Speech.text(zh: "协议所在的通道", en: "channel of the agreement")))
    var channel: String

    func run() async throws {
        try await CommonOptions.guarded {
            try await node.run(
                .addAgreement(
                    file: scheme, scheme: try CommonOptions.bytes(of: scheme), channel: channel))
        }
    }
}
