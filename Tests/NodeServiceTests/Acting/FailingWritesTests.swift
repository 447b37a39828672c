import Compensation
import Federation
import Foundation
import Logging
import NodeStore
import Presentation
import Testing
import TransparencyLog

@testable import NodeService

/// A write fails or is reported as failed, and what the node believes, answers and says afterwards is what is stored.
@Suite struct FailingWritesTests {
    private static func source(_ value: String) -> String { "source-\(value.replacing(".", with: ""))" }

    private func imported(_ value: String, at node: Node) async -> CommandOutcome {
        let csv = """
            断面,监测时间,状态,pH,DO,codmn,nh3n,tp
            里耶镇,2021-04-01 08:00,正常,7.6,8.8,\(value),0.02,0.04

            """
        let file = OperatorCommand.ReadingsFile(
            name: "april.csv", bytes: Array(csv.utf8), year: 2021, source: Self.source(value), channel: "common",
            dryRun: false)
        return await CommandDesk(node: node, running: true).perform(.importReadings(file), .en, format: .table)
    }

    /// The same file from many at once: whoever is told that it is recorded can rely on it, also where another's
    /// import wrote it and that write failed.
    @Test func nobodyIsToldThatALostImportIsThere() async throws {
        let local = try await LocalNode()
        let watch = FailingOnce()
        let node = try local.open(watch)
        let added = await CommandDesk(node: node, running: true).perform(
            .addSection(LocalNode.liye), .en, format: .table)
        #expect(added.exitCode == 0, "\(added)")
        let common = try #require(node.configuration.origin(of: .common))
        var refused = 0
        for count in 1...5 {
            watch.arm(count)
            let (other, value) = ("1.\(count)", "2.\(count)")
            let outcomes: [CommandOutcome] = await withTaskGroup(of: CommandOutcome?.self) { group in
                group.addTask {
                    _ = await imported(other, at: node)
                    return nil
                }
                for _ in 0..<12 { group.addTask { await imported(value, at: node) } }
                return await group.reduce(into: []) { $0 += $1.map { [$0] } ?? [] }
            }
            let texts = try #require(
                try node.database.read(common) {
                    try $0.entries(0..<$0.size).map { String(decoding: $0, as: UTF8.self) }
                })
            let isStored = texts.contains { $0.contains(Self.source(value)) }
            #expect(outcomes.allSatisfy { $0.exitCode != 0 } || isStored, "write \(count): \(outcomes)")
            refused += outcomes.count { $0.exitCode != 0 }
            // What is believed is what is stored: said again it is there.
            #expect(await imported(value, at: node).exitCode == 0)
        }
        #expect(refused > 0)
    }

    private func nodes(_ folder: Folder) async throws -> SeparateNodes {
        let prepared = folder.url.appending(path: "prepared")
        try await SeparateNodes.prepare(prepared)
        return try SeparateNodes(prepared, .wire, in: folder.url)
    }

    private func section(_ id: String) -> OperatorCommand {
        .addSection(
            OperatorCommand.SectionForm(
                id: "500000-\(id)", nameZh: id, nameEn: id, aliases: [], river: "酉水", basin: "长江流域",
                bodyType: "river", controlLevel: "国控", upstream: "500000", downstream: "430000"))
    }

    /// A mirror's commit happened and was reported as failed: read in at the next poll, though nothing new comes.
    @Test func whatWasMirroredIsReadThoughItsCommitWasReportedLost() async throws {
        let folder = try Folder()
        let nodes = try await nodes(folder)
        let owner = try nodes.node("500000")
        let (reader, watch) = try reopened("430000", nodes, .report)
        let common = try #require(owner.configuration.origin(of: .common))
        try await nodes.done("500000", section("a"))
        var lost = 0
        for count in 1...8 {
            try await nodes.done("500000", section("b\(count)"))
            watch.arm(count)
            do { try await SeparateNodes.follow(owner, reader) } catch { lost += 1 }
            watch.arm(.max)
            try await SeparateNodes.follow(owner, reader)
            let size = try reader.database.read(common, \.size)
            #expect(size == 2 + count)
            #expect(await reader.docket.head(of: common)?.size == size, "commit \(count)")
        }
        #expect(lost > 0)
    }

    /// A rotation is mirrored by a commit that is reported as lost, or cannot be read right after it: with the next poll
    /// the new key is believed for every log of its node, though nothing new comes; and at once, where all logs are read
    /// in anew before it because an own commit is reported as lost, too.
    @Test(arguments: [(.report, false), (.reading, false), (.report, true)] as [(FailingOnce.Fault, Bool)])
    func aNewKeyIsBelievedThoughItsCommitWasReportedLost(fault: FailingOnce.Fault, isReadInAnew: Bool) async throws {
        let folder = try Folder()
        let nodes = try await nodes(folder)
        try await SettlementStory.agree(nodes)
        let owner = try nodes.node("500000")
        let (reader, watch) = try reopened("430000", nodes, fault)
        try await SeparateNodes.follow(owner, reader)
        let common = try await rotated(owner)
        try await mirrored(common, of: owner, by: reader, watch)
        if isReadInAnew {
            watch.arm(1)
            let refused = await CommandDesk(node: reader, running: true).perform(section("a"), .en, format: .json)
            #expect(refused.exitCode != 0)
            watch.arm(.max)
        } else {
            try await SeparateNodes.follow(owner, reader, only: common)
        }
        try #require(owner.configuration.origins.map(\.channel.text) == ["common", "youshui"])
        for origin in owner.configuration.origins {
            let note = try #require(try owner.database.read(origin) { try $0.checkpoint() } ?? nil)
            let parts = String(decoding: note, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            let lines = parts.filter { $0.hasPrefix("— ") }
            try #require(lines.count == 2)
            for line in lines {
                var mirror = try #require(await reader.mirror(of: origin))
                let alone = parts.filter { !$0.hasPrefix("— ") || $0 == line }.joined(separator: "\n")
                let effects = mirror.handle(.checkpoint(Array(alone.utf8)))
                #expect(mirror.finding == nil && !effects.isEmpty, "\(origin.text) \(line)")
            }
        }
    }

    /// A node that signs with a new key beside its old one; the log that says so.
    private func rotated(_ node: Node) async throws -> LogOrigin {
        let old = try #require(await node.ownKeys?.newest)
        _ = try await node.rotate(from: old, to: LogKey.generate())
        return try #require(node.configuration.origin(of: .common))
    }

    /// Follows one log until all of it is stored, and the commit that does it meets with the fault.
    private func mirrored(
        _ log: LogOrigin, of owner: Node, by reader: Node, _ watch: FailingOnce
    ) async throws {
        let size = try owner.database.read(log, \.size)
        for count in 1...8 where try reader.database.read(log, \.size) != size {
            watch.arm(count)
            await #expect(throws: (any Error).self) { try await SeparateNodes.follow(owner, reader, only: log) }
        }
        watch.arm(.max)
        #expect(try reader.database.read(log, \.size) == size)
    }

    /// What makes something due has been mirrored and cannot be read right after it: it is said with the next poll, though
    /// nothing new comes.
    @Test func whatIsDueIsSaidThoughNothingCouldBeReadRightAfter() async throws {
        let folder = try Folder()
        let nodes = try await nodes(folder)
        let owner = try nodes.node("500000")
        try countersigning("430000", nodes)
        let (reader, watch) = try reopened("430000", nodes, .reading)
        try await SeparateNodes.follow(owner, reader)
        try await reader.settle()
        let own = try #require(reader.configuration.origin(of: .common))
        let before = try reader.database.read(own, \.size) ?? 0
        let common = try await rotated(owner)
        try await mirrored(common, of: owner, by: reader, watch)
        #expect(try reader.database.read(own, \.size) == before)
        try await SeparateNodes.follow(owner, reader, only: common)
        #expect(try reader.database.read(own, \.size) == before + 1)
    }

    private func countersigning(_ code: String, _ nodes: SeparateNodes) throws {
        try nodes.restart(code) { configuration in
            try SeparateNodes.add(
                "keys: {countersigning: automatic}", to: configuration.data.appending(path: "node.yaml"))
        }
    }

    /// The disk fails after what makes something due has been mirrored: it is said with the next poll, though nothing new
    /// comes; and where it is what is said that fails, when the calendar looks again on the same day.
    @Test(arguments: [false, true])
    func whatIsDueIsSaidOnceThereIsRoom(isRefused: Bool) async throws {
        let folder = try Folder()
        let nodes = try await nodes(folder)
        let owner = try nodes.node("500000")
        try countersigning("430000", nodes)
        let (reader, watch) = try reopened("430000", nodes)
        try await SeparateNodes.follow(owner, reader)
        try await reader.settle()
        let own = try #require(reader.configuration.origin(of: .common))
        let before = try reader.database.read(own, \.size) ?? 0
        let common = try await rotated(owner)
        let size = try owner.database.read(common, \.size)
        // Fails later and later, until what is mirrored is kept and the countersignature is not.
        for count in 1...8 where try reader.database.read(common, \.size) != size {
            watch.arm(count)
            await #expect(throws: (any Error).self) { try await SeparateNodes.follow(owner, reader, only: common) }
        }
        #expect(try reader.database.read(common, \.size) == size)
        #expect(try reader.database.read(own, \.size) == before)
        if isRefused {
            watch.arm(1)
            await #expect(throws: (any Error).self) { try await reader.settle() }
            #expect(try reader.database.read(own, \.size) == before)
            try await reader.settleOnNewDay()
        } else {
            try await SeparateNodes.follow(owner, reader, only: common)
        }
        #expect(try reader.database.read(own, \.size) == before + 1)
    }

    /// Readings are stored and reported as lost, and just then the logs cannot be read either: the proposal that
    /// follows from them is made when the calendar looks again on the same day, without news from anybody.
    @Test func whatFollowsIsSaidOnceTheLogsCanBeRead() async throws {
        let folder = try Folder()
        let nodes = try await nodes(folder)
        try await SettlementStory.agree(nodes)
        nodes.clock.set(try #require(Timestamp("2021-05-06T09:00:00+08:00")))
        let (node, watch) = try reopened("500000", nodes, .report)
        try await node.settle()
        let logs = node.configuration.origins
        try #require(logs.map(\.channel.text) == ["common", "youshui"])
        func sizes() throws -> [Int] { try logs.map { try node.database.read($0, \.size) ?? 0 } }
        let before = try sizes()
        // The log is made known by one commit, the entry is stored by the next.
        watch.arm(2, failsReading: true)
        #expect(await imported("2.5", at: node).exitCode != 0)
        try #require(try sizes() == [before[0] + 1, before[1]])
        try await node.settleOnNewDay()
        #expect(try sizes() == [before[0] + 1, before[1] + 1])
        let states = await node.view.desk.cases.map(\.state)
        #expect(states == [.proposed])
    }

    /// Closes a node and opens it with a disk that fails once.
    private func reopened(_ code: String, _ nodes: SeparateNodes, _ fault: FailingOnce.Fault = .commit) throws -> (
        Node, FailingOnce
    ) {
        let configuration = try nodes.node(code).configuration
        nodes.close(code)
        let watch = FailingOnce(fault)
        let node = try Node(
            configuration: configuration, peers: PeerConfiguration.folder(configuration.peers),
            key: LogKey(contentsOf: configuration.logKey), clock: nodes.clock,
            stores: NodeStores(configuration.data, watch: watch), logger: NodeLauncher.logger(.critical))
        return (node, watch)
    }

    /// The evidence was kept, and the process stopped before the log was frozen.
    @Test func evidenceThatWasKeptBeforeFreezesToo() async throws {
        let folder = try Folder()
        let nodes = try await nodes(folder)
        let (owner, reader) = (try nodes.node("500000"), try nodes.node("430000"))
        let twin = try nodes.twin(of: "500000")
        try await nodes.done("500000", section("a"))
        let other = await CommandDesk(node: twin, running: true).perform(section("b"), .en, format: .json)
        #expect(other.exitCode == 0, "\(other)")
        try await SeparateNodes.follow(owner, reader)
        let common = try #require(owner.configuration.origin(of: .common))
        let note = try #require(try twin.database.read(common) { try $0.checkpoint() } ?? nil)
        let shown = try await VerifiedCheckpoint.open(
            note: note, origin: common.text, keys: reader.keys(of: common)
        ).get()
        guard case .contradicts(let contradiction)? = try await reader.verdict(on: shown, of: common) else {
            Issue.record("no contradiction")
            return
        }
        #expect(try await reader.keepEvidence(contradiction, of: common))
        #expect(await reader.mirror(of: common)?.finding == nil)
        try await reader.examine(shown, of: common, from: try SpokenDocket.node("100000"))
        #expect(await reader.mirror(of: common)?.finding?.isFinal == true)
    }

    /// The second tree rots while the node runs: the log goes on without it, and says so once.
    @Test(arguments: [false, true])
    func aLogGoesOnWithoutItsRottenTree(isRestarted: Bool) async throws {
        let local = try await SM3TreeNode()
        func sections(_ ids: [String], at node: Node) async {
            for id in ids {
                let added = await CommandDesk(node: node, running: true).perform(section(id), .en, format: .table)
                #expect(added.exitCode == 0, "\(added)")
            }
        }
        func status(of node: Node?) async throws -> String {
            await CommandDesk(node: try #require(node), running: true).perform(
                .status(check: false), .en, format: .table
            ).output
        }
        var node: Node? = try local.open()
        let common = try #require(node?.configuration.origin(of: .common))
        try await node?.growSM3Trees()
        await sections(["a"], at: try #require(node))
        let size = try #require(try node?.database.read(common, \.size))
        let note = try node?.database.sm3Note(of: common)
        #expect(note != nil)
        if isRestarted { node = nil }
        try local.spoil(common.text, "edge = zeroblob(length(edge))")
        if isRestarted {
            node = try local.open()
            try await node?.growSM3Trees()
            #expect(await node?.damagedTrees.contains(common) == true)
        }
        #expect(try await status(of: node).contains("STO-02") == isRestarted)
        await sections(["b", "c"], at: try #require(node))
        #expect(await node?.damagedTrees == [common])
        #expect(try node?.database.read(common, \.size) == size + 2)
        #expect(try node?.database.sm3Note(of: common) == note)
        #expect(try await status(of: node).contains("STO-02"))
        let conditions = try #require(await node?.storeConditions)
        #expect(conditions.map(\.subject) == [common.text])
        #expect(conditions.first?.detail.hasSuffix("tongzhou repair \(common.text)") == true)
    }

    /// Nothing is wrong with a tree that could not be continued for want of room: the next entries take it along.
    @Test func aTreeThatFellBehindIsToldUntilItIsLevel() async throws {
        let local = try await SM3TreeNode()
        let node = try local.open()
        let common = try #require(node.configuration.origin(of: .common))
        func add(_ id: String) async {
            let added = await CommandDesk(node: node, running: true).perform(section(id), .en, format: .table)
            #expect(added.exitCode == 0, "\(added)")
        }
        await add("a")
        try Sqlite.execute("DELETE FROM sm3_tree", in: local.home)
        try Sqlite.execute(
            "CREATE TRIGGER no_room BEFORE INSERT ON sm3_tree BEGIN SELECT RAISE(ABORT, 'no room'); END", in: local.home
        )
        try await node.growSM3Trees()
        func standing() async -> [String] {
            await node.storeConditions.filter { $0.subject == common.text }.map {
                "\($0.code.rawValue) \($0.detail.prefix(15))"
            }
        }
        #expect(await standing() == ["STO-02 sm3-tree-behind"])
        #expect(await node.damagedTrees == [])
        // Takes the triggers away, that one too.
        try Sqlite.execute("UPDATE log SET own = own", in: local.home)
        await add("b")
        #expect(await standing() == [])
    }
}
