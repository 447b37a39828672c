import Testing

@testable import NodeService

/// How request paths and fields are read.
@Suite struct RequestReadingTests {
    @Test(
        "The paths of C2SP tlog-tiles pass as they are",
        arguments: [
            "checkpoint", "tile/0/000", "tile/0/x001/067.p/3", "tile/entries/x001/x234/067", "tile/entries/000.p/255",
        ])
    func pathPasses(_ resource: String) throws {
        let path = try #require(LogPath("/log/common/2026/\(resource)"))
        #expect(path.channel == "common" && path.epoch == "2026" && path.resource == resource)
    }

    @Test(arguments: [
        "", "/", "/log", "/log/", "/log/common", "/log/common/2026", "/log/common/2026/",
        "/log//2026/checkpoint", "/log/common//checkpoint", "//log/common/2026/checkpoint",
        "/log/common/2026/tile//000", "/log/common/2026/../2025/checkpoint", "/log/common/2026/./checkpoint",
        "/log/common/2026/%2e%2e/checkpoint", "/log/common/2026/check%70oint", "/log/Common/2026/checkpoint",
        "/log/common/2026/checkpoint?x=1", "/log/common/2026/checkpoint#a", "/log/common/2026/check point",
        "/log/common/2026/tile\\0", "/log/common/2026/断面",
        "/LOG/common/2026/checkpoint", "log/common/2026/checkpoint",
        "/log/common/2026/" + String(repeating: "a", count: 500),
    ])
    func pathRefused(_ raw: String) {
        #expect(LogPath(raw) == nil)
    }

    @Test("A mirrored log is named by the 64 lower-case digits of its origin's SHA-256, in one spelling")
    func mirrorPaths() throws {
        let digest = String(repeating: "0a", count: 32)
        let path = try #require(MirrorPath("/mirror/\(digest)/tile/0/x001/067.p/3"))
        #expect(path.resource == "tile/0/x001/067.p/3")
        #expect(path.text == "/mirror/\(digest)/tile/0/x001/067.p/3")
        let refused = [
            "/mirror/\(digest)", "/mirror/\(digest)/", "/mirror/\(digest.uppercased())/checkpoint",
            "/mirror/\(digest)0/checkpoint", "/mirror/\(digest.dropLast())/checkpoint", "/mirror//checkpoint",
            "/mirror/\(digest)/../checkpoint", "/mirror/\(digest)/tile//000", "/mirror/\(digest)/check%70oint",
            "/mirror/\(digest)/checkpoint?x=1", "/Mirror/\(digest)/checkpoint", "/log/\(digest)/checkpoint",
            "/mirror/\(digest)/" + String(repeating: "a", count: 500),
        ]
        for raw in refused { #expect(MirrorPath(raw) == nil, "\(raw)") }
    }

    @Test("A slash in the channel does not shift the parts")
    func partsStayApart() {
        #expect(LogPath(channel: "a/b", epoch: "2026", resource: "checkpoint") == nil)
        #expect(LogPath(channel: "a", epoch: "b/2026", resource: "checkpoint") == nil)
        #expect(LogPath(channel: "a", epoch: "2026", resource: "tile/0/000") != nil)
    }

    @Test(
        "RFC 7240 section 2 and 4.3",
        arguments: [
            ("wait=10", 10), ("wait=0", 0), ("wait=100", 30), ("respond-async, wait=10", 10), ("Wait = 7", 7),
            ("wait=5; foo=bar", 5), ("handling=lenient", 0), ("wait=-1", 0), ("wait=1e9", 0), ("wait", 0),
            ("wait=99999999999999999999", 0), ("", 0),
        ])
    func wait(_ field: String, _ seconds: Int) {
        #expect(WaitPreference.seconds(field) == seconds)
    }

    @Test(
        "RFC 9110 section 13.1.2",
        arguments: [
            ("\"xyzzy\"", ["xyzzy"]), ("\"xyzzy\", \"r2d2xxxx\"", ["xyzzy", "r2d2xxxx"]), ("W/\"xyzzy\"", ["xyzzy"]),
            ("*", []), ("xyzzy", []), ("\"a\" \"b\"", []), ("\"", []), ("", []),
        ])
    func tags(_ field: String, _ tags: [String]) {
        #expect(EntityTag.list(field) == tags)
    }
}
