import Testing
import TransparencyLog

@Suite("the body of add-checkpoint")
struct AddCheckpointRequestTests {
    /// C2SP tlog-witness, "add-checkpoint", example request body.
    private static let example = """
        old 20852014
        PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
        jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
        5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
        /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
        — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=

        """
    private static let hash = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw="
    private static let note = PublishedNotes.sofaNote

    @Test("the specification's example, read and written back byte for byte")
    func published() throws {
        let request = try AddCheckpointRequest.parse(Array(Self.example.utf8)).get()
        #expect(request.oldSize == 20_852_014)
        #expect(request.proof.count == 4 && request.proof[0].base64 == Self.hash)
        #expect(request.note.signatures.count == 2)
        #expect(try Checkpoint.parse(request.note.text).get().size == 20_852_163)
        #expect(request.bytes == Array(Self.example.utf8))
    }

    @Test("up to 63 proof lines")
    func proofLines() throws {
        func body(_ count: Int) -> [UInt8] {
            Array("old 1\n\(String(repeating: Self.hash + "\n", count: count))\n\(Self.note)".utf8)
        }
        for count in [0, 1, 63] {
            #expect((try? AddCheckpointRequest.parse(body(count)).get())?.proof.count == count)
        }
        for count in [64, 65, 2000] {
            guard case .failure(.malformed) = AddCheckpointRequest.parse(body(count)) else {
                Issue.record("\(count) lines accepted")
                continue
            }
        }
        let note = try SignedNote.parse(Array(Self.note.utf8)).get()
        #expect(AddCheckpointRequest(oldSize: 1, proof: Array(repeating: .emptyTree, count: 64), note: note) == nil)
        #expect(AddCheckpointRequest(oldSize: -1, proof: [], note: note) == nil)
    }

    @Test(
        "what is not a request",
        arguments: [
            "", "\n", "old\n\n\(note)", "old \n\n\(note)", "old 01\n\n\(note)", "old +1\n\n\(note)",
            "old -1\n\n\(note)",
            "old 1 \n\n\(note)", "old  1\n\n\(note)", "Old 1\n\n\(note)", "old 1\r\n\r\n\(note)", "old １\n\n\(note)",
            "old 9007199254740993\n\n\(note)", "old 18446744073709551617\n\n\(note)", "old 1\n\(note)", "old 1",
            "old 1\n", "old 1\n\n", "old 1\n\n\n", "\nold 1\n\n\(note)", "old 1\n\(hash)\n", "old 1\n\(hash)\n\(note)",
            "old 1\n\(hash) \n\n\(note)", "old 1\n \(hash)\n\n\(note)", "old 1\n\(hash)\(hash)\n\n\(note)",
            "old 1\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpka0=\n\n\(note.dropLast())",
            "old 1\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkax=\n\n\(note)",
            "old 1\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw\n\n\(note)", "old 1\nPlRN\n\n\(note)",
            "old 1\n\n\(note)\n", "old 1\n\nexample.com/behind-the-sofa\n1\n\(hash)\n", "\u{FEFF}old 1\n\n\(note)",
        ])
    func malformed(body: String) {
        guard case .failure(let finding) = AddCheckpointRequest.parse(Array(body.utf8)) else {
            Issue.record("accepted")
            return
        }
        #expect(finding.code == "note-malformed")
    }

    @Test("a body above the limit is not looked at")
    func tooLarge() {
        let body = Array(Self.example.utf8) + [UInt8](repeating: 0x0A, count: AddCheckpointRequest.maximumLength)
        guard case .failure(.tooLarge) = AddCheckpointRequest.parse(body) else {
            Issue.record("accepted")
            return
        }
        #expect(AddCheckpointRequest.maximumLength < 140_000)
    }
}
