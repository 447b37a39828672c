import ArgumentParser

/// The stored logs.
struct LogCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "log", abstract: Speech.text(zh: "日志", en: "the stored logs"),
            subcommands: [LogVerifyCommand.self])
    }
}
