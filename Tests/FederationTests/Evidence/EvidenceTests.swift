import TestSupport
import Testing
import TransparencyLog

@testable import Federation

/// Documents that prove two histories, made out of two logs in memory that share a key.
@Suite("Evidence of two histories")
struct EvidenceTests {
    private static let branch = 70
    /// Two histories that part at entry 70.
    private let one: ServedLog
    private let other: ServedLog
    private let origin: LogOrigin
    private let key: NoteVerifier

    init() throws {
        one = try ServedLog(size: 300, branch: Self.branch)
        other = try ServedLog(size: 300, branch: Self.branch, salt: "x")
        origin = one.origin
        key = one.verifier
    }

    private func sameSize(_ size: Int) throws -> Result<Evidence, EvidenceFinding> {
        Evidence.fork(of: origin, key: key, try one.note(size), try other.note(size))
    }

    /// `one` at `first`, `other` at `second`, with what `other` has at `first`.
    private func longer(_ first: Int, _ second: Int) throws -> Result<Evidence, EvidenceFinding> {
        let proof = try ConsistencyProof(from: first, to: second, reader: other)
        return Evidence.fork(
            of: origin, key: key, try one.note(first), try other.note(second), prefix: (other.root(first), proof))
    }

    @Test("Two roots at one size are proven, in whichever order the notes came", arguments: [71, 100, 256, 300])
    func twoRoots(size: Int) throws {
        let evidence = try sameSize(size).get()
        let swapped = try Evidence.fork(of: origin, key: key, try other.note(size), try one.note(size)).get()
        #expect(evidence.bytes == swapped.bytes)
        let fork = try Evidence.parse(evidence.bytes).get().examine().get()
        #expect(fork.origin == origin && fork.size == size && fork.secondSize == size)
        let roots: Set<MerkleHash> = [one.root(size), other.root(size)]
        #expect(Set([fork.firstRoot, fork.secondRoot]) == roots)
    }

    @Test(
        "Two sizes are proven with a consistency proof",
        arguments: [(71, 72), (71, 300), (128, 129), (128, 256), (255, 256), (256, 300), (299, 300)])
    func twoSizes(first: Int, second: Int) throws {
        let evidence = try Evidence.parse(try longer(first, second).get().bytes).get()
        let fork = try evidence.examine().get()
        #expect(fork.size == first && fork.firstRoot == one.root(first))
        #expect(fork.secondSize == second && fork.secondRoot == other.root(first))
    }

    @Test("A history that only grew is no fork", arguments: [(1, 2), (50, 70), (64, 300), (70, 300)])
    func grown(first: Int, second: Int) throws {
        #expect(try longer(first, second).finding == .sameRoot)
        #expect(try sameSize(min(first, Self.branch)).finding == .sameRoot)
    }

    @Test("Nothing is made out of what does not prove a fork")
    func refusals() throws {
        let stranger = try #require(NoteSigner(name: origin.text, privateKey: Array(repeating: 8, count: 32)))
        let forged = try one.note(
            signing: Checkpoint(origin: origin.text, size: 100, root: other.root(100)), by: stranger)
        let elsewhere = try #require(LogOrigin("500000.tongzhou.test/common/1"))
        let foreign = try one.note(signing: Checkpoint(origin: elsewhere.text, size: 100, root: other.root(100)))
        func finding(_ a: [UInt8], _ b: [UInt8]) -> EvidenceFinding.Code? {
            Evidence.fork(of: origin, key: key, a, b).finding
        }
        let note = try one.note(100)
        #expect(finding(note, forged) == .signatureInvalid)
        #expect(finding(forged, note) == .signatureInvalid)
        #expect(finding(note, foreign) == .otherOrigin)
        #expect(finding(note, Array("no note".utf8)) == .noteInvalid)
        #expect(finding(note, try other.note(200)) == .proofMissing)
        let wrong = try ConsistencyProof(from: 100, to: 300, reader: one)
        #expect(
            Evidence.fork(
                of: origin, key: key, try one.note(100), try other.note(300), prefix: (other.root(100), wrong)
            ).finding == .proofInvalid)
        // What the mirror holds is no proof: the root has to be tied to the second note.
        #expect(
            Evidence.fork(
                of: origin, key: key, try one.note(100), try one.note(300),
                prefix: (other.root(100), wrong)
            ).finding == .proofInvalid)
        #expect(Evidence.fork(of: elsewhere, key: key, foreign, foreign).finding != nil)
    }

    @Test("Lines of other keys are dropped when a document is made and refused when one is read")
    func strangeLines() throws {
        let witness = try #require(NoteSigner(name: "w.test", privateKey: Array(repeating: 9, count: 32)))
        let note = try SignedNote.parse(try one.note(100)).get()
        let cosigned = try #require(
            SignedNote(text: note.text, signatures: note.signatures + [witness.sign(note.text)]))
        let evidence = try Evidence.fork(of: origin, key: key, cosigned.bytes, try other.note(100)).get()
        #expect(evidence.bytes == (try sameSize(100).get().bytes))
        let isFirst = evidence.first == note.bytes
        let padded = Evidence(
            origin: origin, key: key, first: isFirst ? cosigned.bytes : evidence.first,
            second: isFirst ? evidence.second : cosigned.bytes, prefixRoot: nil, proof: [])
        #expect(padded.examine().finding == .strangeLines)
    }

    @Test("Each document has one spelling")
    func oneSpelling() throws {
        let evidence = try sameSize(100).get()
        func changed(first: [UInt8], second: [UInt8], prefixRoot: MerkleHash?, proof: [MerkleHash]) -> EvidenceFinding
            .Code?
        {
            Evidence(origin: origin, key: key, first: first, second: second, prefixRoot: prefixRoot, proof: proof)
                .examine().finding
        }
        let (first, second) = (evidence.first, evidence.second)
        #expect(changed(first: second, second: first, prefixRoot: nil, proof: []) == .wrongOrder)
        #expect(changed(first: first, second: second, prefixRoot: one.root(100), proof: []) == .proofNeedless)
        #expect(changed(first: first, second: second, prefixRoot: nil, proof: [one.root(1)]) == .proofNeedless)
        #expect(changed(first: first, second: first, prefixRoot: nil, proof: []) == .sameRoot)
        let longer = try longer(100, 300).get()
        #expect(
            changed(first: longer.second, second: longer.first, prefixRoot: longer.prefixRoot, proof: longer.proof)
                == .wrongOrder)
        #expect(
            changed(first: longer.first, second: longer.second, prefixRoot: nil, proof: longer.proof) == .proofMissing)
        #expect(
            changed(
                first: longer.first, second: longer.second, prefixRoot: longer.prefixRoot,
                proof: longer.proof.dropLast())
                == .proofInvalid)
    }

    @Test("Not every JSON text is a document")
    func unreadable() throws {
        let text = String(decoding: try sameSize(100).get().bytes, as: UTF8.self)
        func finding(_ text: String) -> EvidenceFinding.Code? {
            Evidence.parse(Array(text.utf8)).flatMap { $0.examine() }.finding
        }
        #expect(finding(text) == nil)
        #expect(finding("") == .malformed)
        #expect(finding(text + "\n") == .malformed)
        #expect(finding(text.replacing("{\"first\"", with: "{ \"first\"")) == .malformed)
        #expect(finding(text.replacing("\"kind\"", with: "\"a\":1,\"kind\"")) == .malformed)
        #expect(finding(text.replacing(",\"proof\":[]", with: "")) == .malformed)
        #expect(finding(text.replacing("evidence/v1", with: "evidence/v2")) == .unknownFormat)
        #expect(finding(text.replacing("\"fork\"", with: "\"rewind\"")) == .unknownFormat)
        #expect(finding(text.replacing("\"origin\":\"500000", with: "\"origin\":\"430000")) == .otherKey)
        #expect(finding(text.replacing("\"key\":\"500000", with: "\"key\":\"430000")) == .keyInvalid)
        #expect(finding("{\"format\":\"\(String(repeating: "x", count: Evidence.maximumLength))\"}") == .tooLarge)
    }

    @Test("No change to a document leaves a document that proves", arguments: [UInt64(1), 2, 3, 4])
    func mutations(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for bytes in [try sameSize(100).get().bytes, try longer(100, 300).get().bytes] {
            for _ in 0..<1500 {
                let mutated = Mutation.of(bytes, using: &generator)
                guard mutated != bytes else { continue }
                #expect(
                    Evidence.parse(mutated).flatMap { $0.examine() }.finding != nil,
                    "\(String(decoding: mutated, as: UTF8.self))")
            }
        }
    }
}

extension Result where Failure == EvidenceFinding {
    fileprivate var finding: EvidenceFinding.Code? {
        if case .failure(let finding) = self { finding.code } else { nil }
    }
}
