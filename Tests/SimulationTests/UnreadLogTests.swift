import Federation
import Foundation
import NodeStore
import Testing
import TransparencyLog

@testable import Simulation

@Suite struct UnreadLogTests {
    /// A docket is not compared with itself: it has to be as far as the store.
    @Test func aDocketBehindItsStoreIsSeen() throws {
        let folder = SimulationFolder.new()
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database = try LogDatabase(DataFolder(folder), creating: true)
        let log = try #require(LogOrigin("430000.tongzhou.test/common/1"))
        var docket = Docket(roster: try #require(Roster([])))
        let stored = [(origin: log, own: false, size: 2)]
        #expect(try DocketLook.unread(stored, in: docket, of: database) != nil)
        docket.fold([], from: 0, head: CutLog(log: log, size: 1, root: .emptyTree))
        #expect(try DocketLook.unread(stored, in: docket, of: database) == "has read 1 of 2 of \(log.text)")
        docket.fold([], from: 1, head: CutLog(log: log, size: 2, root: .emptyTree))
        #expect(try DocketLook.unread(stored, in: docket, of: database) == nil)
    }
}
