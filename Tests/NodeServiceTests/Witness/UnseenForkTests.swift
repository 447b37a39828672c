import Compensation
import Federation
import Foundation
import NodeStore
import Presentation
import Testing
import TransparencyLog

@testable import NodeService

/// A fork that others have seen, of a log of which nothing is mirrored here yet.
@Suite struct UnseenForkTests {
    @Test func bothNotesAreKept() async throws {
        let folder = try Folder()
        let prepared = folder.url.appending(path: "prepared")
        try await SeparateNodes.prepare(prepared)
        let nodes = try SeparateNodes(prepared, .wire, in: folder.url)
        let (owner, reader) = (try nodes.node("500000"), try nodes.node("430000"))
        let twin = try nodes.twin(of: "500000")
        let common = try #require(owner.configuration.origin(of: .common))
        var notes: [VerifiedCheckpoint] = []
        for (node, name) in [(owner, "a"), (twin, "b")] {
            let section = OperatorCommand.SectionForm(
                id: "500000-\(name)", nameZh: name, nameEn: name, aliases: [], river: "酉水", basin: "长江流域",
                bodyType: "river", controlLevel: "国控", upstream: "500000", downstream: "430000")
            let added = await CommandDesk(node: node, running: true).perform(
                .addSection(section), .en, format: .table)
            #expect(added.exitCode == 0, "\(added)")
            let note = try #require(try node.database.read(common) { try $0.checkpoint() } ?? nil)
            notes.append(
                try await VerifiedCheckpoint.open(note: note, origin: common.text, keys: reader.keys(of: common)).get())
        }
        guard case .contradicts(let contradiction) = Sighting.compare(notes[1], with: notes[0]) else {
            Issue.record("no contradiction")
            return
        }
        _ = try await reader.mirror(common, .contradicted(contradiction))
        #expect(await reader.mirror(of: common)?.finding?.isFinal == true)
        let keys = await reader.docket.keys
        let check = StoreCheck(reader.database, owner: reader.configuration.node) { keys.noteKeys(of: $0) }
        #expect(check.structure().items.isEmpty, "\(check.structure().items)")
    }
}
