import Federation
import Synchronization

/// What the watched folders need a person for, as of the last look.
final class IntakeAttention: Sendable {
    private let byFolder = Mutex<[Int: [Condition]]>([:])

    func found(_ conditions: [Condition], in folder: Int) { byFolder.withLock { $0[folder] = conditions } }

    var conditions: [Condition] {
        byFolder.withLock { known in known.sorted { $0.key < $1.key }.flatMap(\.value) }
    }
}
