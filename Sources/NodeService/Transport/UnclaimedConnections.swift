import Foundation
import NIOCore

/// Connections on which nobody has asked for anything yet, by the network that each comes from.
///
/// - Complexity: taking one away is linear in their number and in the number of networks.
struct UnclaimedConnections {
    /// Oldest first.
    private var waiting: [(key: ObjectIdentifier, network: String)] = []
    private var held: [String: Int] = [:]

    var count: Int { waiting.count }

    mutating func add(_ key: ObjectIdentifier, from network: String) {
        waiting.append((key, network))
        held[network, default: 0] += 1
    }

    mutating func remove(_ key: ObjectIdentifier) {
        if let place = waiting.firstIndex(where: { $0.key == key }) { _ = remove(at: place) }
    }

    /// Takes away the oldest of the network that holds most; of several such networks, the oldest of them all.
    mutating func removeFromLargestNetwork() -> ObjectIdentifier? {
        let most = held.values.max()
        return waiting.firstIndex { held[$0.network] == most }.map { remove(at: $0) }
    }

    private mutating func remove(at place: Int) -> ObjectIdentifier {
        let (key, network) = waiting.remove(at: place)
        held[network] = held[network].flatMap { $0 > 1 ? $0 - 1 : nil }
        return key
    }

    /// What one subscriber has to itself: an address of IPv4, the first 48 bits of one of IPv6 (RFC 6177), whole where
    /// these say nothing (addresses of IPv4 within IPv6, loopback).
    static func network(_ address: SocketAddress?) -> String {
        let text = address?.ipAddress ?? ""
        var bytes = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, text, &bytes) == 1, bytes.prefix(6).contains(where: { $0 != 0 }) else { return text }
        return bytes.prefix(6).map { String($0, radix: 16) }.joined(separator: ".")
    }
}
