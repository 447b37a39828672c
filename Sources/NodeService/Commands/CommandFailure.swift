import Compensation
import Presentation

/// A command that could not be carried out; nothing has been recorded, unless the message says otherwise.
struct CommandFailure: Error {
    let exitCode: Int32
    let message: Bilingual

    init(_ exitCode: Int32 = ExitCode.inputRefused, zh: String, en: String) {
        self.exitCode = exitCode
        message = Bilingual(zh: zh, en: en)
    }

    /// For a terminal: each of its lines harmless, whoever wrote what is quoted in it.
    func text(_ language: Language) -> String {
        message(language).split(separator: "\n", omittingEmptySubsequences: false)
            .map { TerminalText.visible(String($0)) }.joined(separator: "\n")
    }

    /// - Parameter key: where `node.yaml` names the address.
    static func addressInUse(_ address: String, key: String) -> CommandFailure {
        CommandFailure(
            ExitCode.failed, zh: "\(address) 已被另一个程序占用；请停止该程序或修改 \(key)",
            en: "\(address) is already in use by another program; stop that one or change \(key)")
    }
}
