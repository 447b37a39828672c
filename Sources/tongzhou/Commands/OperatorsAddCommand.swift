import ArgumentParser
import NodeService
import Presentation

/// Adds an operator.
struct OperatorsAddCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: Speech.text(
                zh: "登记办理人员，给出口令和动态码密钥（只显示一次）",
                en: "add an operator; password and secret of the codes are shown once"),
            discussion: Speech.text(
                zh: "带 --certificate 时凭联盟机构签发的该证书登录，不给口令。立即生效，无需重启。",
                en:
                    "With --certificate, one of the federation's authority, it is known by that and gets no password. Takes effect at once."
            ))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var dry: DryRunFlag
    @Argument(
        help: ArgumentHelp(Speech.text(zh: "账号：小写字母、数字、. 和 -", en: "account: lower-case letters, digits, . and -")))
    var name: String
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "角色：operator、approver 或 auditor", en: "role: operator, approver or auditor")),
        completion: .list(OperatorRole.allCases.map(\.rawValue)))
    var role: String
    @Option(help: ArgumentHelp(Speech.text(zh: "客户端证书中的名称", en: "the name in the client certificate")))
    var certificate: String?

    func validate() throws {
        guard OperatorRole(rawValue: role) == nil else { return }
        throw ValidationError(
            Speech.text(
                zh: "--role 的值“\(role)”无效，应为 operator、approver 或 auditor。",
                en: "“\(role)” is not valid for --role, expected operator, approver or auditor."))
    }

    func run() async throws {
        guard let role = OperatorRole(rawValue: role) else { return }
        let form = AccountForm(name: name, role: role, certificate: certificate)
        try await node.run(.accounts(.add(form, dryRun: dry.dryRun)))
    }
}
