import Logging
import ServiceLifecycle

/// Says what falls due because a day is over: when a period ends, nothing else need happen. And what could not be said.
struct CalendarService: Service {
    let node: Node

    private static let pause = Duration.seconds(60)

    func run() async throws {
        await cancelWhenGracefulShutdown { await watch() }
    }

    /// Until the task is cancelled.
    func watch() async {
        while (try? await node.clock.sleep(for: Self.pause)) != nil {
            do {
                try await node.settleOnNewDay()
            } catch {
                node.logger.error(
                    "what is due is not said yet",
                    metadata: ["event": "not-settled", "detail": "\(error)"])
            }
        }
    }
}
