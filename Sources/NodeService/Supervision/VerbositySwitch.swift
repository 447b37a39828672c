import Logging
import ServiceLifecycle
import UnixSignals

/// Turns debug lines on and off with SIGUSR1.
struct VerbositySwitch: Service {
    private let verbosity: LogVerbosity
    private let logger: Logger

    init(_ verbosity: LogVerbosity, _ logger: Logger) {
        self.verbosity = verbosity
        self.logger = logger
    }

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sigusr1).cancelOnGracefulShutdown() {
            let isOn = verbosity.toggle()
            logger.notice("debug lines", metadata: ["event": "debug-\(isOn ? "on" : "off")"])
        }
    }
}
