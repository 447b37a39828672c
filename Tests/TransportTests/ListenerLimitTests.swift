import NodeService
import Testing

@Suite struct ListenerLimitTests {
    /// Two requests parked at its logs, its questions to the witness, and all of that once more when it dials anew.
    private static let connectionsOfOne = 6

    @Test(arguments: [0, 3, 31, 2000, 3000])
    func thereIsRoomForAllMembers(members: Int) {
        let limits = LogServerConfiguration(host: "127.0.0.1", port: 0, members: members)
        #expect(limits.maximumConnections >= members * Self.connectionsOfOne)
        #expect(limits.maximumConnections >= 512)
        // All at once after a restart, and yet strangers leave room for members.
        #expect(limits.maximumUnclaimedConnections >= members * Self.connectionsOfOne / 2)
        #expect(limits.maximumUnclaimedConnections < limits.maximumConnections)
    }
}
