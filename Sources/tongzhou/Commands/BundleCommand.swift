import ArgumentParser

/// Logs carried in files between networks that are not connected.
struct BundleCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "bundle",
            abstract: Speech.text(
                zh: "日志包：以文件在互不相通的网络之间传递日志", en: "bundles: logs carried in files between separate networks"),
            subcommands: [BundleExportCommand.self, BundleImportCommand.self])
    }
}
