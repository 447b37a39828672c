/// Exit codes of the program; scripts rely on them. Anything else is a failure.
public enum ExitCode {
    public static let done: Int32 = 0
    public static let failed: Int32 = 1
    /// `status --check` or `doctor` found something to look at.
    public static let attention: Int32 = 3
    /// Not there yet: `wait` timed out, or `status --check` finds logs that are not level.
    public static let notYet: Int32 = 4
    /// Bad signature, changed history, differing digests: never to be retried by a script.
    public static let integrity: Int32 = 5
    /// Input refused, nothing recorded.
    public static let inputRefused: Int32 = 6
    /// The node is not running or not reachable.
    public static let notRunning: Int32 = 7
    /// Ended by Ctrl-C.
    public static let interrupted: Int32 = 130
}
