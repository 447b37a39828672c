import Foundation
import Synchronization

/// A moment between two effects at which the process can be made to end as by `kill -9`, so that tests of the real
/// program reach each of them. None is armed but where a demonstration's node is told so (`serve --fail-at`).
public enum FailPoint: String, CaseIterable, Sendable {
    /// The rows of own entries are written, nothing is signed.
    case appendStored = "append-stored"
    /// The checkpoint is signed, the transaction is open.
    case appendSigned = "append-signed"
    /// Own entries are durable; nothing remembers them and nobody was told.
    case appendCommitted = "append-committed"
    /// Own entries are durable and in the machine's memory; the operator was not told.
    case appendRemembered = "append-remembered"
    /// Mirrored entries and the own cosignature are written, the transaction is open.
    case mirrorStored = "mirror-stored"
    /// Mirrored entries are durable, the views know nothing of them.
    case mirrorCommitted = "mirror-committed"
    /// A cosignature was made, its record is not durable.
    case witnessDecided = "witness-decided"
    /// The record of a cosignature is durable, the one who asked was not told.
    case witnessCommitted = "witness-committed"

    private static let armed = Mutex<(point: FailPoint, left: Int)?>(nil)

    /// From now on the process ends when the point that `text` names is reached: `append-signed`, or `append-signed:3`
    /// for the third time. False, and nothing is armed, when it names none.
    public static func arm(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let point = FailPoint(rawValue: String(parts[0])), parts.count <= 2,
            let count = parts.count == 1 ? 1 : Int(parts[1]), count > 0
        else { return false }
        armed.withLock { $0 = (point, count) }
        return true
    }

    public func reach() {
        let isDue = Self.armed.withLock { armed in
            guard let now = armed, now.point == self else { return false }
            armed = (self, now.left - 1)
            return now.left == 1
        }
        if isDue { kill(getpid(), SIGKILL) }
    }
}
