import ArgumentParser

/// TLS certificates: request, install, show; issue for trials.
struct CertsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "certs",
            abstract: Speech.text(
                zh: "TLS 证书：申请、启用、查看，或签发试用证书", en: "TLS certificates: request, install, show, or issue for trials"),
            discussion: Speech.text(
                zh: "正式部署：certs request 生成私钥与申请，交 CA 签发，再以 certs install 启用。直接写节点名等同 certs issue，仅供试用。",
                en:
                    "In a deployment: certs request makes a key and a request for the authority, certs install puts its answer to use. Node names alone mean certs issue, for trials."
            ),
            subcommands: [
                CertsShowCommand.self, CertsRequestCommand.self, CertsInstallCommand.self, CertsIssueCommand.self,
            ],
            defaultSubcommand: CertsIssueCommand.self)
    }
}
