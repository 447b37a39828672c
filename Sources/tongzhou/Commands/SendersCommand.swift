import ArgumentParser

/// Who may deliver readings over HTTP.
struct SendersCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "senders",
            abstract: Speech.text(zh: "报送方：谁可以通过 HTTP 报送监测数据", en: "senders: who may deliver readings over HTTP"),
            discussion: Speech.text(
                zh: "报送方凭令牌或客户端证书报送，只限指明的断面。接口默认关闭，见 docs/import.md 中 node.yaml 的 intake。",
                en:
                    "A sender shows a token or a client certificate and is confined to the sections named. The listener is off unless node.yaml has intake, see docs/import.md."
            ),
            subcommands: [SendersListCommand.self, SendersAddCommand.self, SendersRevokeCommand.self],
            defaultSubcommand: SendersListCommand.self)
    }
}
