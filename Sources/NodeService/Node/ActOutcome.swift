import Federation
import Synchronization

/// What came of a decision whose taker carries it out himself.
final class ActOutcome<Value: Sendable>: Sendable {
    private let result = Mutex<Result<(Value, [EntryReference]), any Error>?>(nil)

    func set(_ value: Result<(Value, [EntryReference]), any Error>) { result.withLock { $0 = value } }

    /// - Throws: the decision's error, or `CancellationError` where nothing came of it.
    func get() throws -> (Value, [EntryReference]) {
        guard let value = result.withLock({ $0 }) else { throw CancellationError() }
        return try value.get()
    }
}
