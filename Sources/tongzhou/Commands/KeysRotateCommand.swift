import ArgumentParser
import NodeService

/// Begins to sign with a new key beside the old one.
struct KeysRotateCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "rotate",
            abstract: Speech.text(
                zh: "更换日志密钥：新旧密钥同时签署，直到 keys retire", en: "sign with a new key beside the old one, until keys retire"),
            discussion: Speech.text(
                zh: "新私钥写在原私钥旁边（权限 0600），原文件不动。先用 --dry-run 看将写入什么。",
                en:
                    "The new key file is written beside the old one (mode 0600), which stays as it is. See with --dry-run what will be written."
            ))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var dry: DryRunFlag

    func run() async throws { try await node.run(.keys(.rotate(dryRun: dry.dryRun))) }
}
