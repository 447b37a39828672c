import Compensation
import Federation
import Foundation
import TestSupport
import Testing

@testable import NodeService

/// What becomes of files that are put into a watched folder.
@Suite("A watched folder")
struct IntakeFolderTests {
    private static let header = "断面,监测时间,状态,氨氮(mg/L)\n"
    private static let row = "里耶镇,2021-04-01 08:00,正常,0.025\n"

    /// A node that knows 里耶镇 and watches a folder; it is looked into by hand.
    private final class Watched {
        let local: LocalNode
        let inbox: URL
        let node: Node
        var folder: IntakeFolder

        init() async throws {
            local = try await LocalNode()
            _ = try await local.perform(.addSection(LocalNode.liye))
            inbox = local.folder.url.appending(path: "inbox")
            let yaml = local.home.appending(path: "node.yaml")
            let text = String(decoding: try Data(contentsOf: yaml), as: UTF8.self)
            try Data((text + "intake_folder:\n  cnemc-auto: {path: ../inbox, quiet_seconds: 1}\n").utf8).write(to: yaml)
            node = try local.open()
            folder = IntakeFolder(try #require(node.configuration.intakeFolders.first), node: node, language: .zh)
            try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        }

        func put(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: inbox.appending(path: name))
        }

        func names(_ folder: String = "") -> [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: inbox.appending(path: folder).path)) ?? []).sorted()
        }

        /// Looks until only `left` lie in the folder, besides those of the outcome.
        @discardableResult
        func settle(left: [String] = []) async throws -> [Condition] {
            for _ in 0..<600 {
                let conditions = await folder.look()
                if names().filter({ $0 != "done" && $0 != "refused" }) == left { return conditions }
                try await Task.sleep(for: .milliseconds(100))
            }
            Issue.record("left: \(names())")
            return []
        }

        func receipt(_ path: String) throws -> [String: Any] {
            let data = try Data(contentsOf: inbox.appending(path: path + ".receipt.json"))
            return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        }

        /// Entries of readings in the own log, which began with the node and the section.
        func recorded() async throws -> Int {
            let origin = try #require(node.configuration.origin(of: .common))
            return try #require(await node.docket.head(of: origin)?.size) - 2
        }
    }

    @Test("What can be recorded is recorded and goes to done, with a receipt; again, it adds nothing")
    func recorded() async throws {
        let watched = try await Watched()
        try watched.put("四月.csv", Self.header + Self.row)
        #expect(try await watched.settle().isEmpty)
        #expect(watched.names("done") == ["四月.csv", "四月.csv.receipt.json"])
        var receipt = try watched.receipt("done/四月.csv")
        #expect(receipt["outcome"] as? String == "recorded")
        #expect((receipt["entries"] as? [String])?.count == 1)
        let digest = try Program.output("/usr/bin/sha256sum", [watched.inbox.appending(path: "done/四月.csv").path])
        #expect(String(decoding: digest, as: UTF8.self).hasPrefix(try #require(receipt["sha256"] as? String)))
        try watched.put("四月.csv", Self.header + Self.row)
        try await watched.settle()
        receipt = try watched.receipt("done/四月-2.csv")
        #expect(receipt["outcome"] as? String == "unchanged")
        #expect(receipt["already_recorded"] as? Int == 1)
        #expect(try await watched.recorded() == 1)
    }

    @Test("A file with an issue is refused whole, the workbook that shows it beside it")
    func refused() async throws {
        let watched = try await Watched()
        try watched.put("四月.csv", Self.header + Self.row + "不存在,2021-04-01 12:00,正常,1\n")
        var conditions = try await watched.settle()
        #expect(watched.names("refused") == ["四月.csv", "四月.csv.receipt.json", "四月_问题清单.xlsx"])
        let receipt = try watched.receipt("refused/四月.csv")
        #expect(receipt["copy"] as? String == "四月_问题清单.xlsx")
        let issues = try #require(receipt["issues"] as? [[String: Any]])
        #expect(issues.map { $0["code"] as? String } == ["import-section-unknown"])
        #expect(issues.first?["reason_zh"] as? String != nil)
        #expect(try await watched.recorded() == 0)
        #expect(conditions.map(\.code) == [.intakeRefused])
        #expect(conditions.first?.detail == "1")
        try watched.put("四月.csv", Self.header + "不存在,2021-04-01 12:00,正常,1\n")
        conditions = try await watched.settle()
        #expect(watched.names("refused").contains("四月-2_问题清单.xlsx"))
        #expect(conditions.first?.detail == "2")
        for name in ["四月.csv", "四月-2.csv"] {
            try FileManager.default.removeItem(at: watched.inbox.appending(path: "refused/\(name)"))
        }
        #expect(await watched.folder.look().isEmpty)
    }

    @Test("A file for which no such workbook can be made is refused all the same, with the reason")
    func noCopy() async throws {
        let watched = try await Watched()
        let file = try HandmadeWorkbook.bytes(HandmadeWorkbook.readings(from: 1, remark: "备注"))
        try Data(file).write(to: watched.inbox.appending(path: "四月.xlsx"))
        #expect(try await watched.settle().map(\.code) == [.intakeRefused])
        #expect(watched.names("refused") == ["四月.xlsx", "四月.xlsx.receipt.json"])
        let receipt = try watched.receipt("refused/四月.xlsx")
        #expect((receipt["issues"] as? [[String: Any]])?.map { $0["code"] as? String } == ["import-section-unknown"])
        #expect((receipt["copy_problem_zh"] as? String)?.contains("16385") == true)
    }

    @Test("What is still being written or not meant is left alone")
    func unfinished() async throws {
        let watched = try await Watched()
        let unfinished = [".四月.csv", "a.csv.part", "b.TMP", "~$四月.xlsx"]
        for name in unfinished { try watched.put(name, Self.header + Self.row) }
        try watched.put("slow.csv", Self.header)
        let slow = try FileHandle(forWritingTo: watched.inbox.appending(path: "slow.csv"))
        for minute in 10..<40 {
            try slow.seekToEnd()
            try slow.write(contentsOf: Data("里耶镇,2021-04-01 08:\(minute),正常,0.025\n".utf8))
            _ = await watched.folder.look()
            #expect(watched.names("done").isEmpty)
        }
        try slow.close()
        try await watched.settle(left: unfinished)
        #expect(watched.names("done") == ["slow.csv", "slow.csv.receipt.json"])
        #expect(try watched.receipt("done/slow.csv")["new_readings"] as? Int == 30)
    }

    @Test("What is no file, or too large a one, is refused for what it is")
    func otherThings() async throws {
        let watched = try await Watched()
        let secret = watched.local.home.appending(path: "node.yaml")
        try FileManager.default.createSymbolicLink(
            at: watched.inbox.appending(path: "link.csv"), withDestinationURL: secret)
        try FileManager.default.createDirectory(
            at: watched.inbox.appending(path: "folder.csv/inner"), withIntermediateDirectories: true)
        _ = try Program.output("/usr/bin/mkfifo", [watched.inbox.appending(path: "pipe.csv").path])
        _ = try Program.output(
            "/usr/bin/truncate", ["-s", "67108865", watched.inbox.appending(path: "large.csv").path])
        try await watched.settle()
        let outcomes = [
            ("link.csv", "import-not-a-file", "symbolic link"), ("folder.csv", "import-not-a-file", "folder"),
            ("pipe.csv", "import-not-a-file", "no file"), ("large.csv", "csv-too-large", "67108865"),
        ]
        for (name, code, found) in outcomes {
            let issue = try #require((try watched.receipt("refused/\(name)")["issues"] as? [[String: Any]])?.first)
            #expect(issue["code"] as? String == code)
            #expect(issue["found"] as? String == found)
        }
        #expect(FileManager.default.fileExists(atPath: secret.path))
        #expect(watched.names("refused/folder.csv") == ["inner"])
    }

    @Test("A file recorded before a crash kept it from being moved is moved, and recorded once")
    func crashed() async throws {
        let watched = try await Watched()
        let text = Self.header + Self.row
        _ = try await ReadingsDesk(node: watched.node).record(LocalNode.file("四月.csv", Array(text.utf8)))
        // A receipt whose file never followed.
        _ = await watched.folder.look()
        try Data("{}".utf8).write(to: watched.inbox.appending(path: "done/四月.csv.receipt.json"))
        try watched.put("四月.csv", text)
        try await watched.settle()
        #expect(watched.names("done") == ["四月-2.csv", "四月-2.csv.receipt.json", "四月.csv.receipt.json"])
        #expect(try watched.receipt("done/四月-2.csv")["outcome"] as? String == "unchanged")
        #expect(try await watched.recorded() == 1)
    }

    @Test("A folder that cannot be used is told, and nothing is lost")
    func stuck() async throws {
        let watched = try await Watched()
        try watched.put("四月.csv", Self.header + Self.row)
        try watched.put("done", "in the way")
        let conditions = await watched.folder.look()
        #expect(conditions.map(\.code) == [.intakeStuck])
        #expect(conditions.first?.subject == watched.inbox.path)
        try FileManager.default.removeItem(at: watched.inbox.appending(path: "done"))
        #expect(try await watched.settle().isEmpty)
        #expect(watched.names("done").count == 2)
    }

    @Test("A name of the longest length keeps its ending and room for what goes beside it")
    func longName() async throws {
        let watched = try await Watched()
        try watched.put(String(repeating: "长", count: 83) + ".csv", Self.header + "x,y,z,1\n")
        try await watched.settle()
        #expect(watched.names("refused").count == 3)
        #expect(watched.names("refused").contains { $0.hasSuffix("长.csv") })
    }

    @Test("A folder that must not be watched, or settings that are none, are refused at the start")
    func settings() async throws {
        let local = try await LocalNode()
        let yaml = local.home.appending(path: "node.yaml")
        let text = String(decoding: try Data(contentsOf: yaml), as: UTF8.self)
        let cases = [
            ("cnemc-auto: {path: .}", "path"), ("cnemc-auto: {path: ..}", "path"),
            ("cnemc-auto: {path: in, channel: nowhere}", "nowhere"), ("cnemc-auto: {path: in, yaer: 2021}", "year?"),
            ("cnemc-auto: {path: in, quiet_seconds: 0}", "3600"),
            ("cnemc-auto: {path: in, detection_limits: [nh3n]}", "nh3n=0.025"),
            ("a: {path: in}\n  b: {path: in/b}", "overlaps"), ("a: {}", "path"),
        ]
        for (section, expected) in cases {
            try Data((text + "intake_folder:\n  \(section)\n").utf8).write(to: yaml)
            let problem = #expect(throws: ConfigurationProblem.self) { try NodeConfiguration(contentsOf: yaml) }
            #expect(problem?.message.en.contains(expected) == true, "\(section)")
        }
    }
}
