import Synchronization
import TransparencyLog

/// Which batch each Idempotency-Key of each sender stood for, as far back as there is room: the header of
/// draft-ietf-httpapi-idempotency-key-header. Batches are known by their content anyhow; what is remembered here only
/// shows a key that is used for two of them.
final class IdempotencyKeys: Sendable {
    private struct State {
        var batches: [String: ContentDigest] = [:]
        var order: [String] = []
    }

    private let state = Mutex(State())

    private static let most = 20_000

    /// Visible ASCII.
    static func isSound(_ key: String) -> Bool {
        (1...255).contains(key.utf8.count) && key.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// Whether the key is free or stands for this batch.
    func take(_ key: String, of sender: String, for batch: ContentDigest) -> Bool {
        state.withLock { state in
            let name = "\(sender) \(key)"
            if let known = state.batches[name] { return known == batch }
            state.batches[name] = batch
            state.order.append(name)
            if state.order.count > 2 * Self.most {
                for old in state.order.prefix(Self.most) { state.batches[old] = nil }
                state.order.removeFirst(Self.most)
            }
            return true
        }
    }

    /// Nothing was recorded: the key may come with a mended batch.
    func free(_ key: String, of sender: String) { state.withLock { $0.batches["\(sender) \(key)"] = nil } }
}
