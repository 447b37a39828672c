import Federation
import Foundation
import NodeStore
import Testing
import TransparencyLog

/// The machine's memory of what a node signed: believed only where nobody else can have written it.
@Suite("Memory of signatures")
struct BootSentinelTests {
    private let temporary: TemporaryFolder
    private let folder: DataFolder
    private let heads: [CutLog]
    private static func node(_ code: String = "500000") throws -> NodeName {
        try #require(NodeName("\(code).tongzhou.test"))
    }

    init() throws {
        temporary = try TemporaryFolder()
        folder = temporary.folder
        heads = try ["common", "youshui"].enumerated().map { position, channel in
            CutLog(
                log: try #require(LogOrigin("500000.tongzhou.test/\(channel)/1")), size: 40 + position,
                root: MerkleHash.leaf(Array(channel.utf8)))
        }
    }

    private func kept() throws -> (BootSentinel, URL) {
        let sentinel = try #require(BootSentinel(folder, of: Self.node()))
        #expect(sentinel.heads() == nil)
        try sentinel.keep(heads)
        let real = try #require(realpath(folder.url.path, nil))
        defer { free(real) }
        let name = ContentDigest(of: Array(String(cString: real).utf8)).hex.prefix(32)
        return (sentinel, URL(filePath: "/dev/shm/tongzhou-\(geteuid())-\(name)"))
    }

    @Test("What was kept is read again, by a later process too, and outside of the folder")
    func keeps() throws {
        let (sentinel, file) = try kept()
        defer { BootSentinel.remove(of: folder) }
        #expect(sentinel.heads() == heads)
        #expect(try BootSentinel(folder, of: Self.node())?.heads() == heads)
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
        try sentinel.keep([heads[1]])
        #expect(sentinel.heads() == [heads[1]])
        BootSentinel.remove(of: folder)
        #expect(sentinel.heads() == nil)
    }

    @Test("It speaks for one node and one folder")
    func others() throws {
        let (_, _) = try kept()
        defer { BootSentinel.remove(of: folder) }
        #expect(try BootSentinel(folder, of: Self.node("430000"))?.heads() == nil)
        let other = try TemporaryFolder()
        #expect(try BootSentinel(other.folder, of: Self.node())?.heads() == nil)
        let link = other.folder.url.appending(path: "link")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: folder.url)
        #expect(
            try BootSentinel(DataFolder(link), of: Self.node())?.heads() == heads, "the same folder by another path")
    }

    @Test("A file of an earlier start of the machine, of another form or cut short is none")
    func unreadable() throws {
        let (sentinel, file) = try kept()
        defer { BootSentinel.remove(of: folder) }
        let sound = try String(contentsOf: file, encoding: .utf8)
        let boot = try String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
            .trimmingCharacters(in: .newlines)
        #expect(sound.contains(boot))
        let damaged = [
            "", "\n", String(sound.dropLast()), sound.replacing(boot, with: String(boot.reversed())),
            sound.replacing("v1", with: "v2"), sound.replacing(" 40 ", with: " x "),
            sound.replacing(" 40 ", with: " -1 "),
            sound.replacing("common/1", with: "common"), sound + "\n", sound.replacing(" 40 ", with: "  40 "),
        ]
        for text in damaged {
            try Data(text.utf8).write(to: file)
            #expect(sentinel.heads() == nil, "\(text)")
        }
        try Data(sound.utf8).write(to: file)
        #expect(sentinel.heads() == heads)
    }

    @Test("A file that others may read or write, a link to one, or a second name of one is not believed")
    func planted() throws {
        let (sentinel, file) = try kept()
        defer { BootSentinel.remove(of: folder) }
        let manager = FileManager.default
        for mode in [0o644, 0o660, 0o606] {
            try manager.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
            #expect(sentinel.heads() == nil, "\(mode)")
        }
        try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        #expect(sentinel.heads() == heads)
        let second = URL(filePath: file.path + ".second")
        try manager.linkItem(at: file, to: second)
        #expect(sentinel.heads() == nil)
        try manager.removeItem(at: file)
        try manager.createSymbolicLink(at: file, withDestinationURL: second)
        #expect(sentinel.heads() == nil)
        // Writing replaces the link and leaves alone what it pointed at.
        try sentinel.keep([heads[0]])
        #expect(sentinel.heads() == [heads[0]])
        #expect(try Data(contentsOf: second).count > 0)
        try manager.removeItem(at: second)
        try manager.removeItem(at: file)
        try manager.createDirectory(at: file, withIntermediateDirectories: false)
        #expect(sentinel.heads() == nil)
        #expect(throws: StoreError.self) { try sentinel.keep(heads) }
        try manager.removeItem(at: file)
    }
}
