import Federation
import Logging
import NodeStore
import TransparencyLog

/// What has rotted in the own database is told, and the rotten part is not served.
extension Node {
    /// Looks at what is stored with the keys that are known now. Nothing is stored in between: a key that was rotated
    /// in would have signed what the keys of a moment before do not know.
    func checkStore<Value: Sendable>(_ look: @Sendable (StoreCheck) throws -> Value) rethrows -> Value {
        let keys = docket.keys
        return try look(StoreCheck(database, owner: configuration.node) { keys.noteKeys(of: $0) })
    }

    func found(_ damages: [Damage]) {
        for damage in self.damages.add(damages) {
            let isPeers = damage.code.isAboutPeer
            logger.error(
                isPeers ? "a peer has signed what its entries do not say" : "stored log damaged",
                metadata: [
                    "event": "\(isPeers ? damage.code.rawValue : "store-damaged")", "log": "\(damage.log?.text ?? "")",
                    "code": "\(damage.code.rawValue)",
                    "detail": "\(damage.text)",
                ])
        }
    }

    /// What is the matter with what is stored: what the scrub found, and trees that could not be continued; each tree
    /// once.
    var storeConditions: [Condition] {
        let found = damages.conditions
        return found
            + standingTrees.conditions.filter { tree in
                !found.contains { $0.code == tree.code && $0.subject == tree.subject }
            }
    }

    /// Throws `StoreError.damaged` for a resource that holds damage known of.
    func requireSound(_ resource: LogResource, of origin: LogOrigin) throws {
        guard let damage = damages.items.first(where: { $0.spoils(resource, of: origin) }) else { return }
        throw StoreError.damaged(damage.text)
    }
}
