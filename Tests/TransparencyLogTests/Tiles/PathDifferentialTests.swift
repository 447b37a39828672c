import Foundation
import TestSupport
import Testing
import TransparencyLog

/// Paths as another implementation of tlog-tiles reads them: aics-tlog, with its own spelling as the only one.
@Suite("resource paths in the eyes of aics-tlog", .serialized)
struct PathDifferentialTests {
    private struct Question: Encodable {
        let packages: String
        let paths: [String]
    }

    /// A path is one resource exactly if it is read and written back unchanged. Indices end where leaf 2^53 would be.
    private static let script = """
        import glob, json, sys
        question = json.load(sys.stdin)
        sys.path[:0] = glob.glob(question["packages"] + "/lib/python3*/site-packages")
        from aics_tlog import tiles
        def read(path):
            if path == "checkpoint":
                return path
            try:
                if path.startswith("tile/entries"):
                    index, width = tiles.parse_entry_bundle_path(path)
                    again = tiles.entry_bundle_path(index, width)
                    return again if again == path and index < 2**45 else None
                level, index, width = tiles.parse_tile_path(path)
                again = tiles.tile_path(level, index, width)
                return again if again == path and index < 2**45 else None
            except ValueError:
                return None
        json.dump([read(path) for path in question["paths"]], sys.stdout)
        """

    private static let splinters = [
        "../", "./", "//", "/", "%2e%2e/", "%2f", "x000/", "x001/", "x", "X", "0", "00", ".p/", ".p/256", ".p/0", ".p",
        ".P/1", "tile/", "entries/", "-", "+", " ", "\\", "?", "#", "\u{FF10}", "\u{0660}", "\0", "\n", "64", "999",
        "x999/x999/x999/x999/x999/",
    ]

    private func path(_ random: inout SeededGenerator) -> String {
        let width = Bool.random(using: &random) ? 256 : Int.random(in: 1...255, using: &random)
        let index = Int(UInt64.random(in: 0..<(1 << 45), using: &random) >> UInt64.random(in: 0..<45, using: &random))
        let resource: LogResource =
            Bool.random(using: &random)
            ? .entries(index: index, width: width)
            : .tile(level: Int.random(in: 0...63, using: &random), index: index, width: width)
        var path = Array(resource.path.utf8)
        for _ in 0..<Int.random(in: 0...3, using: &random) where !path.isEmpty {
            if Bool.random(using: &random) {
                path = Mutation.of(path, using: &random)
            } else {
                let splinter = Self.splinters[Int.random(in: 0..<Self.splinters.count, using: &random)]
                path.insert(contentsOf: splinter.utf8, at: Int.random(in: 0...path.count, using: &random))
            }
        }
        return String(decoding: path, as: UTF8.self)
    }

    @Test("seeded paths, right and wrong", arguments: [1, 2, 3])
    func differential(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let paths = (0..<6000).map { _ in path(&random) }
        let question = Question(packages: PackageRoot.url.appending(path: ".build-venv").path, paths: paths)
        let theirs = try Python.answer(Self.script, to: question, as: [String?].self)
        try #require(theirs.count == paths.count)
        var read = 0
        for (path, their) in zip(paths, theirs) {
            let ours = LogResource(path: path)?.path
            #expect((ours != nil) == (their != nil), "\(path.debugDescription)")
            if let ours {
                read += 1
                #expect(ours.utf8.elementsEqual(path.utf8), "\(path.debugDescription)")
            }
        }
        // Neither all nor none: both sides of the question are asked.
        #expect((1000...5000).contains(read), "\(read) of \(paths.count)")
    }
}
