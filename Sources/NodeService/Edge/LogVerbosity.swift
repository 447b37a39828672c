import Synchronization

/// Whether a running node also tells what only matters in search of a fault. Shared by all its loggers.
public final class LogVerbosity: Sendable {
    private let debug = Atomic<Bool>(false)

    public init() {}

    var isDebug: Bool { debug.load(ordering: .relaxed) }

    /// Turns it over and returns whether it is on now.
    func toggle() -> Bool { !debug.logicalXor(true, ordering: .relaxed).oldValue }
}
