import ArgumentParser

/// Scheme files: check, read, try out, begin. Needs no node.
struct SchemeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "scheme",
            abstract: Speech.text(
                zh: "核算方案：检查、查看、试算、新建（无需节点）", en: "schemes: check, show, try out, begin (no node needed)"),
            subcommands: [
                SchemeCheckCommand.self, SchemeShowCommand.self, SchemeRunCommand.self, SchemeNewCommand.self,
            ])
    }
}
