import Federation
import Logging
import NodeStore
import TransparencyLog

/// What has rotted in the own database is told, and the rotten part is not served.
extension Node {
    func found(_ damages: [Damage]) {
        for damage in self.damages.add(damages) {
            logger.error(
                "stored log damaged",
                metadata: [
                    "event": "store-damaged", "log": "\(damage.log?.text ?? "")", "code": "\(damage.code.rawValue)",
                    "detail": "\(damage.text)",
                ])
        }
    }

    /// Throws `StoreError.damaged` for a resource that holds damage known of.
    func requireSound(_ resource: LogResource, of origin: LogOrigin) throws {
        guard let damage = damages.items.first(where: { $0.spoils(resource, of: origin) }) else { return }
        throw StoreError.damaged(damage.text)
    }
}
