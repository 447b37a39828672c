/// The machine's monotonic clock.
enum MachineTime {
    private static let start = ContinuousClock().now

    /// Time since this process first asked.
    static var uptime: Duration { ContinuousClock().now - start }
}
