/// Why a `key-rotation` changes nothing.
public enum KeyRotationProblem: String, CaseIterable, Sendable {
    /// It speaks of another node than the one whose log it stands in.
    case foreign = "rotation-foreign"
    /// It does not stand in a `common` log, where every member reads it.
    case elsewhere = "rotation-elsewhere"
    /// The new key has not signed the statement.
    case unproven = "rotation-unproven"
    /// Its old key is none of this node's.
    case unknownKey = "rotation-unknown-key"
    /// The new key is another member's, or was this node's before.
    case keyTaken = "rotation-key-taken"
}
