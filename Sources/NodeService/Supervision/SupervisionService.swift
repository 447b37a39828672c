import Compensation
import Presentation
import ServiceLifecycle

/// Keeps the service manager informed while the node runs: one line of state, and a sign of life that a node whose
/// actor no longer answers does not give.
struct SupervisionService: Service {
    let node: Node
    let status: RecentStatus
    let notifier: ServiceNotifier?
    let language: Language

    private static let pause = Duration.seconds(5)

    static let starting = Bilingual(zh: "正在读取日志与镜像", en: "reading logs and mirrors")
    private static let stopping = Bilingual(zh: "正在停止", en: "stopping")

    func run() async throws {
        guard let notifier else {
            // A service that ends would end the group.
            try? await gracefulShutdown()
            return
        }
        await withGracefulShutdownHandler {
            await cancelWhenGracefulShutdown {
                await withTaskGroup(of: Void.self) { group in
                    group.addTask { await tellState(notifier) }
                    if let watchdog = notifier.watchdog { group.addTask { await giveSigns(notifier, watchdog / 2) } }
                }
            }
        } onGracefulShutdown: {
            notifier.stopping(Self.stopping(language))
        }
    }

    private func tellState(_ notifier: ServiceNotifier) async {
        var told = ""
        while !Task.isCancelled {
            if let line = try? await status.report().serviceLine(language), line != told {
                notifier.status(line)
                told = line
            }
            try? await Task.sleep(for: Self.pause)
        }
    }

    private func giveSigns(_ notifier: ServiceNotifier, _ pause: Duration) async {
        while !Task.isCancelled {
            // Waits its turn at the actor that everything goes through.
            _ = await node.clearance
            notifier.alive()
            try? await Task.sleep(for: pause)
        }
    }
}
