import Compensation
import ServiceLifecycle

/// Looks into the watched folders again and again while the node serves. It asks instead of being told, because
/// shares of other machines tell nobody what arrives on them.
struct IntakeFolderService: Service {
    let node: Node
    let language: Language

    private static let pause = Duration.seconds(1)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var folders = node.configuration.intakeFolders.map { IntakeFolder($0, node: node, language: language) }
            while !Task.isCancelled {
                for place in folders.indices {
                    let conditions = await folders[place].look()
                    node.intake.found(conditions, in: place)
                }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }
}
