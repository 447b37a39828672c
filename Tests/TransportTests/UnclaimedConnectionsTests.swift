import NIOCore
import Testing

@testable import NodeService

@Suite("Connections that nobody has spoken for")
struct UnclaimedConnectionsTests {
    private final class Connection {}

    @Test("However fast one network opens new ones, those of another stay")
    func largestGoesFirst() {
        let crowd = (0..<600).map { _ in Connection() }
        let member = Connection()
        var unclaimed = UnclaimedConnections()
        var closed: [ObjectIdentifier] = []
        for (number, connection) in crowd.enumerated() {
            if number == 100 { unclaimed.add(ObjectIdentifier(member), from: "192.0.2.1") }
            unclaimed.add(ObjectIdentifier(connection), from: "198.51.100.\(number % 20)")
            while unclaimed.count > 50, let key = unclaimed.removeFromLargestNetwork() { closed.append(key) }
        }
        #expect(closed.count == 551 && !closed.contains(ObjectIdentifier(member)))
        unclaimed.remove(ObjectIdentifier(member))
        #expect(unclaimed.count == 49)
    }

    @Test("Where all come from one place, the oldest goes")
    func oldestGoesFirst() {
        let all = (0..<4).map { _ in Connection() }
        var unclaimed = UnclaimedConnections()
        for connection in all { unclaimed.add(ObjectIdentifier(connection), from: "192.0.2.1") }
        unclaimed.remove(ObjectIdentifier(all[0]))
        let closed = [unclaimed.removeFromLargestNetwork(), unclaimed.removeFromLargestNetwork()]
        #expect(closed == [ObjectIdentifier(all[1]), ObjectIdentifier(all[2])])
    }

    @Test(
        "A subscriber's addresses are one network",
        arguments: [
            ("192.0.2.1", "192.0.2.2", false), ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true),
            ("2001:db8:1:2::1", "2001:db8:1:3::1", true),
            ("2001:db8:1:2::1", "2001:db8:2:2::1", false), ("::ffff:192.0.2.1", "::ffff:192.0.2.2", false),
        ])
    func networks(_ one: String, _ other: String, _ areEqual: Bool) throws {
        let networks = try [one, other].map {
            UnclaimedConnections.network(try SocketAddress(ipAddress: $0, port: 1))
        }
        #expect((networks[0] == networks[1]) == areEqual)
    }
}
