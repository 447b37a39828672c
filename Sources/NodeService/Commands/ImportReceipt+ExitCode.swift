import Presentation

extension ImportReceipt {
    /// 3 where only part of the file was taken, 6 where nothing was.
    var exitCode: Int32 {
        if issues.isEmpty { return ExitCode.done }
        return acceptsValidRows ? ExitCode.attention : ExitCode.inputRefused
    }
}
