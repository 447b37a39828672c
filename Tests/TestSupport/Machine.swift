import Foundation

/// What a test needs of the machine that not every machine gives: mounts, namespaces, tracing, a browser, an office.
public enum Machine {
    /// Whether the test runs. Where the machine does not give what it needs it is passed over; with
    /// `TONGZHOU_REQUIRED=1` in the environment it runs all the same, and fails.
    public static func gives(_ isGiven: Bool) -> Bool {
        isGiven || ProcessInfo.processInfo.environment["TONGZHOU_REQUIRED"] == "1"
    }
}
