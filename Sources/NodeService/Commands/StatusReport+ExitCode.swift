import Federation
import Presentation

extension StatusReport {
    /// What `status --check` ends with.
    var exitCode: Int32 {
        switch worst {
        case .integrity: ExitCode.integrity
        case _ where !running: ExitCode.notRunning
        case .error, .attention: ExitCode.attention
        case .notice, nil: isInSync ? ExitCode.done : ExitCode.notYet
        }
    }
}
