import TestSupport
import Testing
import TransparencyLog

@testable import NodeService

/// What comes on the wire in the place of a path: one spelling per resource, and nothing that leads elsewhere.
@Suite struct LogPathTests {
    private static let paths = [
        "/log/common/1/checkpoint", "/log/youshui/12/tile/0/x001/x234/067", "/log/common/1/tile/63/999.p/255",
        "/log/central/999999/tile/entries/273.p/112",
    ]
    private static let splinters = [
        "/", "//", "/./", "/../", "..", "%2e%2e", "%2F", "%00", "\0", "\\", "?", "#", ";", "+", " ", "\r\n", "log/",
        "é",
        "\u{FF0F}", "X", "000", "x000/",
    ]

    /// Whatever is read is exactly what was asked, and no step of it leads upwards or nowhere.
    @Test(arguments: [1, 2, 3]) func whatIsReadIsWhatWasAsked(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var read = 0
        for _ in 0..<4000 {
            var raw = Array(Self.paths[Int.random(in: 0..<Self.paths.count, using: &random)].utf8)
            for _ in 0..<Int.random(in: 0...2, using: &random) where !raw.isEmpty {
                if Bool.random(using: &random) {
                    raw = Mutation.of(raw, using: &random)
                } else {
                    let splinter = Self.splinters[Int.random(in: 0..<Self.splinters.count, using: &random)]
                    raw.insert(contentsOf: splinter.utf8, at: Int.random(in: 0...raw.count, using: &random))
                }
            }
            let text = String(decoding: raw, as: UTF8.self)
            guard let path = LogPath(text) else { continue }
            #expect(path.text.utf8.elementsEqual(text.utf8), "seed \(seed): \(text.debugDescription)")
            #expect(text.utf8.allSatisfy { (0x2D...0x7A).contains($0) }, "seed \(seed): \(text.debugDescription)")
            let segments = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
            #expect(!segments.contains { [".", "..", ""].contains($0) }, "seed \(seed): \(text.debugDescription)")
            guard let resource = LogResource(path: path.resource) else { continue }
            read += 1
            #expect(resource.path == path.resource)
        }
        #expect((1000...3500).contains(read), "\(read)")
    }
}
