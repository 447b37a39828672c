import ArgumentParser

/// The neighbours on file.
struct PeersCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "peers",
            abstract: Speech.text(zh: "邻居：列出、查看、登记、停用、检查", en: "peers: list, show, add, remove, check"),
            subcommands: [
                PeersListCommand.self, PeersShowCommand.self, PeersAddCommand.self, PeersRemoveCommand.self,
                PeersCheckCommand.self,
            ],
            defaultSubcommand: PeersListCommand.self)
    }
}
