import Compensation

/// A command that could not be carried out; nothing has been recorded.
struct CommandFailure: Error {
    let exitCode: Int32
    let message: Bilingual

    init(_ exitCode: Int32 = ExitCode.inputRefused, zh: String, en: String) {
        self.exitCode = exitCode
        message = Bilingual(zh: zh, en: en)
    }
}
