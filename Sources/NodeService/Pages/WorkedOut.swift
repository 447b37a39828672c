import Synchronization

/// A value that is worked out when it is first asked for, and kept.
final class WorkedOut<Value: Sendable>: Sendable {
    private let kept = Mutex<Value?>(nil)

    /// Nobody waits for somebody else: whoever asks meanwhile works it out too.
    func value(_ make: () throws -> Value) throws -> Value {
        if let known = kept.withLock({ $0 }) { return known }
        let made = try make()
        kept.withLock { $0 = made }
        return made
    }
}
