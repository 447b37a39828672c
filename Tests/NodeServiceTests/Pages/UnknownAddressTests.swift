import Compensation
import Federation
import Presentation
import Synchronization
import Testing
import TransparencyLog

@testable import NodeService

/// What is not there is not kept for the next reader, so it must not be dear to find out.
@Suite("Addresses of the public pages where there is nothing")
struct UnknownAddressTests {
    /// Counts how often the stored logs are asked whether a clearing stands.
    private final class CountedHistory: LogHistory {
        private let history: any LogHistory
        private let asked = Mutex(0)

        init(_ history: any LogHistory) { self.history = history }

        var count: Int { asked.withLock { $0 } }

        func root(of log: LogOrigin, at size: Int) throws -> MerkleHash? {
            asked.withLock { $0 += 1 }
            return try history.root(of: log, at: size)
        }
    }

    /// 酉水 with the year 2021 cleared.
    private static func cleared(
        _ folder: Folder, channels: [ChannelName]
    ) async throws -> (node: Node, state: SiteState, history: CountedHistory) {
        let nodes = try await ClearingByItselfTests.november(folder, clearing: ", clearing: automatic")
        try await ClearingByItselfTests.month(12, nodes, on: "2022-01-10T09:00:00+08:00")
        let node = try nodes.node("430000")
        let view = await node.view
        let history = CountedHistory(view.history)
        let counted = NodeView(
            member: view.member, docket: view.docket, desk: view.desk, policy: view.policy, calendar: view.calendar,
            history: history)
        return (node, try SiteState(counted, channels), history)
    }

    @Test("No clearing is looked into for a name, a channel or a format that there is not")
    func nothingIsWorkedOut() async throws {
        let folder = try Folder()
        let youshui = try #require(ChannelName("youshui"))
        let (node, state, history) = try await Self.cleared(folder, channels: [.common, .central, youshui])
        let files = SiteFiles(node: node, state: state)
        let before = history.count
        #expect(try state.clearing("x", "2021") == nil)
        for path in [
            ["clearing-net", "x", "2021.csv"], ["clearing-net", "youshui-2019", "2021.exe"], ["payments.exe"],
            ["claims.tar"], ["clearing.md"],
        ] {
            #expect(try await files.file(path, .zh) == nil, "\(path)")
        }
        #expect(history.count == before)

        // What is there is looked into.
        #expect(try state.clearing("youshui-2019", "2021") != nil)
        let once = history.count
        #expect(once > before)
        #expect(try await files.file(["clearing-net", "youshui-2019", "2021.csv"], .zh) != nil)
        #expect(history.count > once)
    }

    @Test("What is said in other channels is not worked out")
    func otherChannels() async throws {
        let folder = try Folder()
        let (_, state, history) = try await Self.cleared(folder, channels: [.common, .central])
        let before = history.count
        #expect(try state.clearing("youshui-2019", "2021") == nil)
        #expect(try state.money().isEmpty)
        #expect(history.count == before)
    }

    @Test("What was worked out, as the ledger is, is kept; what failed is tried again")
    func workedOutOnce() throws {
        struct Unreadable: Error {}
        var made = 0
        let kept = WorkedOut<Int>()
        #expect(throws: Unreadable.self) { _ = try kept.value { throw Unreadable() } }
        for _ in 0..<3 {
            let value = try kept.value {
                made += 1
                return 7
            }
            #expect(value == 7)
        }
        #expect(made == 1)
    }
}
