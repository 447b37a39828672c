import Federation
import TransparencyLog

/// Somebody who may still have the right bytes of a damaged log. Nothing it says is believed: a `Mirror` verifies it.
struct RepairSupplier: Sendable {
    let name: String
    /// The bytes of a resource, the checkpoint included; `nil` when it is not there.
    let fetch: @Sendable (LogResource) async throws -> [UInt8]?

    /// The owner of a mirrored log first, then everybody's mirrors. An own log comes from the mirrors alone.
    static func all(of origin: LogOrigin, _ clients: [LogClient]) -> [RepairSupplier] {
        let owner = clients.filter { $0.peer.node == origin.node }.map { client in
            RepairSupplier(name: client.peer.node.text) { resource in
                let outcome = try await client.get(
                    channel: origin.channel.text, epoch: String(origin.epoch), path: resource.path,
                    limit: EntryBundle.maximumLength)
                guard case .body(let bytes, _) = outcome else { return nil }
                return bytes
            }
        }
        return owner
            + clients.filter { $0.peer.node != origin.node }.map { client in
                RepairSupplier(name: client.peer.node.text) { resource in
                    guard case .body(let bytes, _) = try await client.mirrored(origin, resource) else { return nil }
                    return bytes
                }
            }
    }
}
