import ArgumentParser

/// Epochs of logs.
struct EpochCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "epoch", abstract: Speech.text(zh: "日志期次", en: "epochs of logs"),
            subcommands: [EpochOpenCommand.self])
    }
}
