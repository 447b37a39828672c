import Compensation
import Federation
import Foundation
import NodeStore
import Presentation
import TestSupport
import Testing
import TransparencyLog

@testable import NodeService

/// Bundles between nodes: lost, repeated, out of order, damaged, forged, for somebody else.
@Suite struct BundleExchangeTests {
    private let folder: Folder
    private let nodes: SeparateNodes

    private static let common = "500000.tongzhou.test/common/1"

    init() async throws {
        folder = try Folder()
        let prepared = folder.url.appending(path: "prepared")
        try await SeparateNodes.prepare(prepared)
        nodes = try SeparateNodes(prepared, .bundles, in: folder.url)
    }

    private func say(_ names: String...) async throws {
        for name in names {
            var form = LocalNode.liye
            form.id = "430000-\(name)"
            form.nameZh = name
            form.nameEn = name
            try await nodes.done("500000", .addSection(form))
        }
    }

    private func export(full: Bool = false, from: [String] = []) async throws -> String {
        try #require(try await nodes.export("500000", for: "430000", full: full, from: from))
    }

    /// The exit code and the outcome of the common log.
    private func take(_ path: String, at code: String = "430000", dryRun: Bool = false) async throws -> (Int32, String)
    {
        let outcome = try await nodes.perform(code, .importBundle(path: path, dryRun: dryRun))
        guard let answer = try? JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any],
            let logs = answer["logs"] as? [[String: Any]]
        else { return (outcome.exitCode, outcome.errors) }
        return (outcome.exitCode, logs.first { $0["origin"] as? String == Self.common }?["outcome"] as? String ?? "")
    }

    private func size(at code: String = "430000") async throws -> Int {
        try await nodes.node(code).mirror(of: try #require(LogOrigin(Self.common)))?.size ?? 0
    }

    @Test func theSameTwiceChangesNothing() async throws {
        try await say("a", "b")
        let file = try await export()
        #expect(try await take(file, dryRun: true) == (0, "bundle-log-taken"))
        #expect(try await size() == 0, "a dry run stores nothing")
        #expect(try await take(file) == (0, "bundle-log-taken"))
        let held = try nodes.held("430000")
        #expect(try await size() == 3)
        for _ in 0..<2 { #expect(try await take(file) == (0, "bundle-log-unchanged")) }
        #expect(try nodes.held("430000") == held)
    }

    /// Two exports, only the second arrives: it says what it needs, and that can be had.
    @Test func aLostBundleLosesNothing() async throws {
        try await say("a")
        let first = try await export()
        try await say("b")
        let second = try await export()
        #expect(try await take(second) == (3, "bundle-log-lacks-beginning"))
        let text = await CommandDesk(node: try nodes.node("430000"), running: true)
            .perform(.importBundle(path: second, dryRun: false), .en, format: .table).output
        #expect(text.contains("bundle export --for 430000.tongzhou.test --from \(Self.common)=0"), "\(text)")
        #expect(try await size() == 0)
        // The other log of that node was lost with the first file too.
        let asked = try await export(from: ["\(Self.common)=0", "500000.tongzhou.test/youshui/1=0"])
        #expect(try await take(asked) == (0, "bundle-log-taken"))
        #expect(try await size() == 3)
        // What was lost turns up: older, and no shrunken history.
        #expect(try await take(first) == (0, "bundle-log-older"))
        #expect(try await take(second) == (0, "bundle-log-unchanged"))
        #expect(try await nodes.node("430000").mirror(of: try #require(LogOrigin(Self.common)))?.finding == nil)
    }

    @Test func anEarlierBundleMakesGoodForALaterOne() async throws {
        try await say("a")
        let first = try await export()
        try await say("b")
        let second = try await export()
        #expect(try await take(second).0 == 3)
        #expect(try await take(first).1 == "bundle-log-taken")
        #expect(try await take(second).1 == "bundle-log-taken")
        #expect(try await size() == 3)
        // Nothing new: no file. Asked for all the same: one from the beginning.
        #expect(try await nodes.export("500000", for: "430000") == nil)
        #expect(try await take(try await export(full: true)).1 == "bundle-log-unchanged")
    }

    /// The same files and the wire, all at once and over and over: one history, and no finding.
    @Test func everythingAtOnce() async throws {
        var files: [String] = []
        for round in 0..<4 {
            try await say("a\(round)", "b\(round)")
            files.append(try await export(full: true))
        }
        let (owner, reader) = (try nodes.node("500000"), try nodes.node("430000"))
        var random = SeededGenerator(seed: 15)
        let order = (files + files + files).shuffled(using: &random)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for file in order {
                group.addTask {
                    func take() async -> CommandOutcome {
                        await CommandDesk(node: reader, running: true).perform(
                            .importBundle(path: file, dryRun: false), .en, format: .json)
                    }
                    var outcome = await take()
                    // On a slow machine the queue for one log is longer than an import waits in it.
                    for _ in 0..<20 where outcome.output.contains("bundle-log-busy") { outcome = await take() }
                    #expect(outcome.exitCode == 0, "\(outcome)")
                }
                group.addTask { try await SeparateNodes.follow(owner, reader) }
            }
            try await group.waitForAll()
        }
        for log in try reader.database.logs() where !log.own {
            let own = try owner.database.read(log.origin) { ($0.size, try $0.entries(0..<$0.size)) }
            let held = try reader.database.read(log.origin) { ($0.size, try $0.entries(0..<$0.size)) }
            #expect(own?.0 == held?.0 && own?.1 == held?.1, "\(log.origin.text)")
            #expect(await reader.mirror(of: log.origin)?.finding == nil)
        }
        #expect(try await size() == 9)
    }

    @Test func forSomebodyElse() async throws {
        try await say("a")
        let file = try await export()
        let (code, message) = try await take(file, at: "100000")
        #expect(code == 6 && message.contains("bundle-other-recipient"), "\(message)")
        #expect(try await size(at: "100000") == 0)
    }

    /// Chongqing hands on what it has of Hunan's, to the centre, which may read it.
    @Test func mirroredLogsTravelToo() async throws {
        try await say("a")
        try await SeparateNodes.follow(try nodes.node("430000"), try nodes.node("500000"))
        let own = try #require(try await nodes.export("500000", for: "100000"))
        #expect(try BundleFile(own).header.logs.allSatisfy { $0.origin.node.text == "500000.tongzhou.test" })
        let all = try #require(try await nodes.export("500000", for: "100000", full: true, mirrors: true))
        let logs = try BundleFile(all).header.logs.map(\.origin.text)
        // Both logs of Hunan: the centre may read any mirror.
        let expected = ["430000", "500000"].flatMap { code in
            ["common", "youshui"].map { "\(code).tongzhou.test/\($0)/1" }
        }
        #expect(logs == expected)
        #expect(try await take(all, at: "100000").0 == 0)
        let held = try nodes.node("100000").database.logs().first { $0.origin.text == logs[0] }
        #expect(held?.size == 1)
        // Nobody is given its own logs back.
        let back = try #require(try await nodes.export("500000", for: "430000", full: true, mirrors: true))
        #expect(try BundleFile(back).header.logs.allSatisfy { $0.origin.node.text == "500000.tongzhou.test" })
    }

    @Test func whatCannotBeExported() async throws {
        try await say("a")
        let path = try await export()
        let existing = OperatorCommand.BundleForm(
            peer: "430000", path: path, folder: "/", full: true, mirrors: false, from: [])
        let before = FileManager.default.contents(atPath: path)
        let forms: [(OperatorCommand.BundleForm, String)] = [
            (existing, "never overwritten"),
            (.init(peer: "999999", path: nil, folder: "/", full: false, mirrors: false, from: []), "no member"),
            (
                .init(peer: "430000", path: path + "2", folder: "/", full: false, mirrors: false, from: ["x"]),
                "LOG=SIZE"
            ),
            (
                .init(
                    peer: "430000", path: path + "2", folder: "/", full: false, mirrors: false,
                    from: ["\(Self.common)=9"]),
                "has only 2"
            ),
            (
                .init(
                    peer: "430000", path: path + "2", folder: "/", full: false, mirrors: false,
                    from: ["100000.tongzhou.test/common/1=0"]), "not one to give"
            ),
            (
                .init(peer: "430000", path: "/nowhere/x", folder: "/", full: true, mirrors: false, from: []),
                "cannot write"
            ),
        ]
        for (form, message) in forms {
            let outcome = try await nodes.perform("500000", .exportBundle(form))
            #expect(outcome.exitCode != 0 && outcome.errors.contains(message), "\(message): \(outcome)")
            #expect(!FileManager.default.fileExists(atPath: path + "2"))
        }
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    /// A file whose digest is right but whose content is not: the mirror finds what it would find on the wire, stores
    /// nothing, and the honest file heals it.
    @Test func forgedContent() async throws {
        try await say("a", "b")
        let honest = try await export()
        let bytes = try #require(FileManager.default.contents(atPath: honest)).map { $0 }
        let forgeries: [(String, String, Int32, String)] = [
            ("430000-a", "430000-x", 5, "mirror-entries-altered"),
            ("\n3\n", "\n4\n", 6, "bundle-checkpoint-differs"),
            ("— \(Self.common) ", "— \(Self.common)", 5, "mirror-checkpoint-invalid"),
        ]
        for (old, new, code, expected) in forgeries {
            let file = folder.url.appending(path: "forged-\(expected)")
            try Data(Self.forged(bytes, old, new)).write(to: file)
            let (found, message) = try await take(file.path)
            #expect(found == code && message.contains(expected), "\(expected): \(message)")
            #expect(try await size() == 0, "\(expected)")
        }
        #expect(try await take(honest) == (0, "bundle-log-taken"))
        #expect(try await size() == 3)
        #expect(try await nodes.node("430000").mirror(of: try #require(LogOrigin(Self.common)))?.finding == nil)
    }

    /// Random changes inside the resources, with a right digest: never anything that was not signed is stored.
    @Test(arguments: [11, 12]) func seededForgeries(_ seed: UInt64) async throws {
        try await say("a", "b", "c")
        let honest = try #require(FileManager.default.contents(atPath: try await export())).map { $0 }
        let origin = try #require(LogOrigin(Self.common))
        let signed = try nodes.node("500000").database.read(origin) { try $0.entries(0..<4) }
        var random = SeededGenerator(seed: seed)
        let file = folder.url.appending(path: "forged")
        for round in 0..<60 {
            let body = Array(honest.prefix(honest.count - 72))
            let changed = Mutation.of(body, using: &random)
            try Data(changed + Array("sha256 \(ContentDigest(of: changed).hex)\n".utf8)).write(to: file)
            _ = try await take(file.path)
            for log in try nodes.node("430000").database.logs() where log.origin.node.text == "500000.tongzhou.test" {
                let own = try nodes.node("500000").database.read(log.origin) { try $0.entries(0..<log.size) }
                let held = try nodes.node("430000").database.read(log.origin) { try $0.entries(0..<log.size) }
                #expect(own == held, "seed \(seed) round \(round)")
            }
        }
        let (code, _) = try await take(try await export(full: true))
        #expect(code == 0)
        #expect(try nodes.node("430000").database.read(origin) { try $0.entries(0..<9) } == signed)
    }

    /// The bytes with one text replaced, lengths and digest put right.
    private static func forged(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
        var body = Array(bytes.prefix(bytes.count - 72))
        guard let range = body.firstRange(of: Array(old.utf8)) else { return [] }
        let difference = new.utf8.count - old.utf8.count
        body.replaceSubrange(range, with: Array(new.utf8))
        if difference != 0 {
            let line = Array("checkpoint ".utf8)
            guard let mark = body.firstRange(of: line) else { return [] }
            let digits = body[mark.upperBound...].prefix { $0 != 0x0A }
            let length = Int(String(decoding: digits, as: UTF8.self)) ?? 0
            body.replaceSubrange(digits.startIndex..<digits.endIndex, with: Array("\(length + difference)".utf8))
        }
        return body + Array("sha256 \(ContentDigest(of: body).hex)\n".utf8)
    }
}
