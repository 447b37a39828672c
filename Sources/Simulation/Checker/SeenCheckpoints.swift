import Federation
import Synchronization
import TransparencyLog

/// The memory of all checkpoints that ever left a machine.
final class SeenCheckpoints: Sendable {
    struct Seen: Hashable, Sendable {
        let origin: String
        let size: Int
        let root: MerkleHash
        /// Whether somebody else has it, or it only left the machine.
        let hasArrived: Bool
        /// Whose witness has just cosigned it.
        let witness: NodeName?
    }

    private let new = Mutex<[Seen]>([])

    /// What is no checkpoint of this origin is left to whoever reads it.
    func note(_ bytes: [UInt8], of origin: String? = nil, hasArrived: Bool = false, witness: NodeName? = nil) {
        guard case .success(let checkpoint) = SignedNote.parse(bytes).flatMap({ Checkpoint.parse($0.text) }),
            origin ?? checkpoint.origin == checkpoint.origin
        else { return }
        let seen = Seen(
            origin: checkpoint.origin, size: checkpoint.size, root: checkpoint.root, hasArrived: hasArrived,
            witness: witness)
        new.withLock { if witness != nil || !$0.contains(seen) { $0.append(seen) } }
    }

    /// Those that came up since this was last asked.
    func take() -> [Seen] {
        new.withLock { new in
            defer { new = [] }
            return new
        }
    }

    /// For those whose owner cannot be looked at now.
    func putBack(_ seen: [Seen]) { new.withLock { $0 = seen + $0 } }
}
