import Compensation
import Foundation
import Synchronization
import Testing

@testable import NodeService

/// What is left where files go that have been dealt with, when the disk is full at one byte or another.
@Suite("Where taken files go")
struct OutcomeFolderTests {
    /// A disk with room for so many bytes, which takes a few of them at a time.
    private final class Disk: Sendable {
        private let room: Mutex<Int>
        private let most: Int

        init(room: Int, most: Int) {
            self.room = Mutex(room)
            self.most = most
        }

        func take(_ bytes: UnsafeRawBufferPointer, into descriptor: Int32) -> Int {
            let wanted = min(bytes.count, most)
            let count = room.withLock { room in
                let count = min(room, wanted)
                room -= count
                return count
            }
            guard count > 0 else {
                errno = ENOSPC
                return -1
            }
            return write(descriptor, bytes.baseAddress, count)
        }
    }

    private static let receipt = Data("{\"outcome\": \"refused\"}\n".utf8)
    private static let copy = Data("a workbook".utf8)

    private static func names(_ url: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    }

    @Test("A full disk keeps the file where it is and leaves nothing behind; with room it is moved")
    func full() throws {
        let folder = try Folder()
        let file = try folder.write("四月.csv", "x,y\n")
        let refused = folder.url.appending(path: "refused")
        let needed = Self.receipt.count + Self.copy.count
        for room in 0...needed {
            let disk = Disk(room: room, most: 7)
            let outcome = OutcomeFolder(url: refused) { disk.take($1, into: $0) }
            try outcome.make()
            let place = try #require(outcome.free("四月.csv", copyName: { $0 + ".xlsx" }))
            #expect(place.file.lastPathComponent == "四月.csv", "no name is used up by what failed")
            func put() throws {
                try outcome.put(file, of: .file, at: place, receipt: Self.receipt, copy: Self.copy)
            }
            guard room < needed else {
                try put()
                break
            }
            let failure = #expect(throws: CommandFailure.self) { try put() }
            #expect(failure?.message.en.contains("disk is full") == true, "\(room)")
            #expect(failure?.message.zh.contains("磁盘已满") == true, "\(room)")
            #expect(try Self.names(refused).isEmpty, "\(room)")
            #expect(try Data(contentsOf: file) == Data("x,y\n".utf8), "\(room)")
        }
        #expect(try Self.names(folder.url) == ["refused"])
        #expect(try Self.names(refused) == ["四月.csv", "四月.csv.receipt.json", "四月.csv.xlsx"])
        func kept(_ name: String) throws -> Data { try Data(contentsOf: refused.appending(path: name)) }
        #expect(try kept("四月.csv") == Data("x,y\n".utf8))
        #expect(try kept("四月.csv.receipt.json") == Self.receipt)
        #expect(try kept("四月.csv.xlsx") == Self.copy)
    }
}
