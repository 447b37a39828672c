import Federation
import Foundation
import TestSupport
import Testing
import TransparencyLog

@testable import NodeService

/// The reader against files that are cut, changed, exchanged or made to exhaust it.
@Suite struct BundleFileTests {
    /// A bundle put together by hand from `docs/bundles.md`, not by the writer.
    private static func bytes(_ header: String, _ records: [(String, [UInt8])], digest: String? = nil) -> [UInt8] {
        var bytes = Array("tongzhou-bundle/v1\n\(header)\n".utf8)
        for (path, body) in records { bytes += Array("\(path) \(body.count)\n".utf8) + body + [0x0A] }
        return bytes + Array("sha256 \(digest ?? ContentDigest(of: bytes).hex)\n".utf8)
    }

    private static func header(_ from: Int, _ to: Int) -> String {
        #"{"for":"430000.tongzhou.test","format":"tongzhou-bundle/v1","logs":[{"from":\#(from),"origin":"500000.tongzhou.test/common/1","to":\#(to)}],"node":"500000.tongzhou.test","time":"2022-03-01T09:30:00+08:00"}"#
    }

    private static let note = Array("any bytes\n".utf8)
    private static let two: [UInt8] = [0, 1, 65, 0, 2, 66, 67]
    private static let good = bytes(header(0, 2), [("checkpoint", note), ("tile/entries/000.p/2", two)])

    private func problem(_ bytes: [UInt8]) throws -> BundleProblem.Code? {
        let folder = try Folder()
        let file = try folder.write("a.tzbundle", bytes)
        do {
            _ = try BundleFile(file.path)
            return nil
        } catch let problem as BundleProblem {
            return problem.code
        }
    }

    @Test func readsWhatTheSpecificationShows() throws {
        let folder = try Folder()
        let file = try BundleFile(try folder.write("a.tzbundle", Self.good).path)
        #expect(file.header.logs.map(\.to) == [2])
        #expect(try file.body(.checkpoint, of: 0) == Self.note)
        #expect(try file.body(.entries(index: 0, width: 2), of: 0) == Self.two)
        #expect(try file.body(.entries(index: 0, width: 1), of: 0) == nil)
        #expect(try file.body(.tile(level: 0, index: 0, width: 2), of: 0) == nil)
    }

    @Test func saysWhatIsWrong() throws {
        let tile = [UInt8](repeating: 7, count: 64)
        let entries = "tile/entries/000.p/2"
        let cases: [(String, [UInt8], BundleProblem.Code)] = [
            ("empty", [], .notABundle),
            ("another format", Array("tongzhou-bundle/v2\n{}\n".utf8), .notABundle),
            ("a spreadsheet", Array("断面,时间\n".utf8), .notABundle),
            ("a long first line", [UInt8](repeating: 65, count: 1 << 21), .notABundle),
            ("no header", Array("tongzhou-bundle/v1\n".utf8), .truncated),
            (
                "a header without end", Array("tongzhou-bundle/v1\n".utf8) + [UInt8](repeating: 65, count: 1 << 21),
                .headerInvalid
            ),
            ("resource missing", Self.bytes(Self.header(0, 2), [("checkpoint", Self.note)]), .resourceUnexpected),
            (
                "other order", Self.bytes(Self.header(0, 2), [(entries, Self.two), ("checkpoint", Self.note)]),
                .resourceUnexpected
            ),
            (
                "resource twice",
                Self.bytes(
                    Self.header(0, 2), [("checkpoint", Self.note), ("checkpoint", Self.note), (entries, Self.two)]),
                .resourceUnexpected
            ),
            (
                "tile nobody asks for",
                Self.bytes(
                    Self.header(0, 2), [("checkpoint", Self.note), ("tile/0/000.p/2", tile), (entries, Self.two)]),
                .resourceUnexpected
            ),
            (
                "another width",
                Self.bytes(Self.header(0, 2), [("checkpoint", Self.note), ("tile/entries/000.p/3", Self.two)]),
                .resourceUnexpected
            ),
            (
                "way out",
                Self.bytes(Self.header(0, 2), [("checkpoint", Self.note), ("tile/entries/../../000.p/2", Self.two)]),
                .resourceUnexpected
            ),
            (
                "long note", Self.bytes(Self.header(0, 2), [("checkpoint", [UInt8](repeating: 65, count: 131_073))]),
                .resourceTooLong
            ),
            (
                "long tile",
                Self.bytes(
                    Self.header(1, 2),
                    [("checkpoint", Self.note), ("tile/0/000.p/2", [UInt8](repeating: 1, count: 8193))]),
                .resourceTooLong
            ),
            (
                "more than the header says",
                Self.bytes(Self.header(0, 2), [("checkpoint", Self.note), (entries, Self.two), (entries, Self.two)]),
                .digestDiffers
            ),
            (
                "another digest",
                Self.bytes(
                    Self.header(0, 2), [("checkpoint", Self.note), (entries, Self.two)],
                    digest: String(repeating: "0", count: 64)), .digestDiffers
            ),
            ("bytes after the end", Self.good + [0x0A], .trailingBytes),
            ("a second bundle behind", Self.good + Self.good, .trailingBytes),
        ]
        for (name, bytes, expected) in cases { #expect(try problem(bytes) == expected, "\(name)") }
        #expect(try problem(Self.good) == nil)
    }

    /// A record announces far more than there is: nothing is set aside for it.
    @Test func believesNoLength() throws {
        let head = Array("tongzhou-bundle/v1\n\(Self.header(0, 1 << 40))\ncheckpoint 3\nabc\n".utf8)
        #expect(try problem(head + Array("tile/1/000 8192\n".utf8)) == .truncated)
        #expect(try problem(head) == .truncated)
    }

    @Test func everyCutIsSeen() throws {
        for length in 0..<Self.good.count {
            let code = try problem(Array(Self.good.prefix(length)))
            #expect([.truncated, .notABundle].contains(code), "\(length): \(String(describing: code))")
        }
    }

    /// Nothing that was changed on the way passes for the file that was sent.
    @Test(arguments: [1, 2, 3, 4])
    func everyChangeIsSeen(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for round in 0..<800 {
            var changed = Self.good
            for _ in 0...Int.random(in: 0..<3, using: &random) where !changed.isEmpty {
                changed = Mutation.of(changed, using: &random)
            }
            guard changed != Self.good else { continue }
            #expect(try problem(changed) != nil, "seed \(seed) round \(round)")
        }
    }

    /// Pipes and folders are no files; opening one must not wait for somebody to write.
    @Test(.timeLimit(.minutes(30))) func readsOnlyFiles() throws {
        let folder = try Folder()
        let pipe = folder.url.appending(path: "pipe").path
        try #require(mkfifo(pipe, 0o600) == 0)
        for path in [pipe, folder.url.path, folder.url.appending(path: "nothing").path, "/dev/zero"] {
            #expect(throws: FileProblem.self, "\(path)") { try BundleFile(path) }
        }
    }
}
