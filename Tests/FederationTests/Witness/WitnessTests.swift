import Federation
import Testing
import TransparencyLog

/// The decisions of a witness, status by status as C2SP tlog-witness gives them.
@Suite("the witness")
struct WitnessTests {
    private let log: ServedLog
    private let fork: ServedLog
    private let witness: CosignatureSigner

    init() throws {
        log = try ServedLog(size: 300)
        fork = try ServedLog(size: 300, branch: 150, salt: "!")
        witness = try #require(
            CosignatureSigner(name: "430000.tongzhou.test/witness", privateKey: Array(repeating: 5, count: 32)))
    }

    private func record(_ size: Int, at time: Int64 = 1000) throws -> WitnessRecord {
        let checkpoint = Checkpoint(origin: log.origin.text, size: size, root: log.root(size))
        return WitnessRecord(
            checkpoint, note: try log.note(size), cosignatures: [try witness.cosign(checkpoint, at: time)],
            at: time)
    }

    /// 200 or the status of the refusal.
    private func status(_ body: [UInt8], _ record: WitnessRecord?, now: Int64 = 2000) -> Int {
        let opened = WitnessRequest.open(body) { origin in origin == log.origin ? [log.verifier] : [] }
        switch opened {
        case .failure(let refusal): return refusal.status
        case .success(let request):
            switch request.decide(record, now: now) {
            case .cosign: return 200
            case .refuse(let refusal): return refusal.status
            }
        }
    }

    @Test("200: the first tree, growth, and the same tree again")
    func cosigned() throws {
        #expect(status(try log.request(from: 0, to: 0), nil) == 200)
        #expect(status(try log.request(from: 0, to: 1), nil) == 200)
        #expect(status(try log.request(from: 0, to: 300), nil) == 200)
        #expect(status(try log.request(from: 0, to: 200), try record(0)) == 200)
        for (old, new) in [(1, 2), (1, 300), (127, 128), (128, 129), (150, 151), (255, 256), (299, 300), (300, 300)] {
            #expect(status(try log.request(from: old, to: new), try record(old)) == 200, "\(old) to \(new)")
        }
    }

    @Test("400: no request, and a proof from a larger tree than the checkpoint's")
    func malformed() throws {
        #expect(status([], nil) == 400)
        #expect(status(try log.request(200, [], try log.note(100)), try record(200)) == 400)
        let extended = SignedNote.parse(try log.note(3)).map { note in
            Array("old 0\n\n\(note.text)extension\n\n\(note.signatures[0].line)\n".utf8)
        }
        #expect(status(try extended.get(), nil) == 400)
    }

    @Test("404: a log of nobody, of another epoch, of another agreement")
    func unknownLog() throws {
        let names = [
            "500000.tongzhou.test/youshui/2", "500000.tongzhou.test/chishui/1", "430000.tongzhou.test/youshui/1",
            "example.com/behind-the-sofa", "500000.tongzhou.test/youshui/01", "500000.TONGZHOU.test/youshui/1",
        ]
        for name in names {
            // Rightly signed with the key of the log it is not.
            let checkpoint = Checkpoint(origin: name, size: 1, root: log.root(1))
            #expect(status(try log.request(0, [], try log.note(signing: checkpoint)), nil) == 404, "\(name)")
        }
    }

    @Test("403: nobody's signature, another key's, and a wrong one under the right name")
    func notSigned() throws {
        let checkpoint = Checkpoint(origin: log.origin.text, size: 1, root: log.root(1))
        let stranger = try #require(NoteSigner(name: log.origin.text, privateKey: Array(repeating: 1, count: 32)))
        #expect(status(try log.request(0, [], try log.note(signing: checkpoint, by: stranger)), nil) == 403)
        let other = try SignedNote.parse(try log.note(2)).get()
        let moved = try #require(SignedNote(text: checkpoint.body, signatures: other.signatures)).bytes
        #expect(status(try log.request(0, [], moved), nil) == 403)
        let own = try SignedNote.parse(try log.note(1)).get()
        let twice = try #require(SignedNote(text: own.text, signatures: own.signatures + own.signatures)).bytes
        #expect(status(try log.request(0, [], twice), nil) == 403)
        // A cosignature of the same log does not stand for its signature.
        let line = try witness.cosign(checkpoint, at: 5).signature
        let cosigned = try #require(SignedNote(text: checkpoint.body, signatures: [line])).bytes
        #expect(status(try log.request(0, [], cosigned), nil) == 403)
    }

    @Test("409: the proof starts elsewhere; the size last cosigned is told")
    func conflict() throws {
        #expect(status(try log.request(from: 100, to: 200), nil) == 409)
        #expect(status(try log.request(from: 0, to: 200), try record(100)) == 409)
        #expect(status(try log.request(from: 99, to: 200), try record(100)) == 409)
        // Also for a tree that the witness has long left behind.
        #expect(status(try log.request(from: 40, to: 50), try record(100)) == 409)
        let request = try WitnessRequest.open(try log.request(from: 0, to: 200)) { _ in [log.verifier] }.get()
        #expect(request.decide(try record(100), now: 2000) == .refuse(.conflict(size: 100)))
        #expect(request.decide(nil, now: 2000) == .cosign)
    }

    @Test("422: another history, a proof that does not hold, an empty tree with a root")
    func inconsistent() throws {
        let proof = try ConsistencyProof(from: 200, to: 300, reader: log).hashes
        // One size, two roots.
        #expect(status(try log.request(200, [], try fork.note(200)), try record(200)) == 422)
        // A longer history that does not begin with the one cosigned.
        #expect(status(try fork.request(from: 200, to: 300), try record(200)) == 422)
        #expect(status(try log.request(200, proof, try fork.note(300)), try record(200)) == 422)
        #expect(status(try log.request(200, [], try log.note(300)), try record(200)) == 422)
        #expect(status(try log.request(200, proof.dropLast(), try log.note(300)), try record(200)) == 422)
        #expect(status(try log.request(200, proof + [.emptyTree], try log.note(300)), try record(200)) == 422)
        #expect(status(try log.request(200, proof.reversed(), try log.note(300)), try record(200)) == 422)
        // No proof is wanted from nothing, nor from a tree to itself.
        #expect(status(try log.request(0, [.emptyTree], try log.note(300)), nil) == 422)
        #expect(status(try log.request(200, [.emptyTree], try log.note(200)), try record(200)) == 422)
        let impossible = Checkpoint(origin: log.origin.text, size: 0, root: log.root(3))
        #expect(status(try log.request(0, [], try log.note(signing: impossible)), nil) == 422)
        // Both branches begin alike, so before the branch either is fine.
        #expect(status(try fork.request(from: 100, to: 150), try record(100)) == 200)
    }

    @Test("503: no cosignature is ever earlier than the one before it")
    func clock() throws {
        let body = try log.request(from: 100, to: 200)
        for (before, now, expected) in [
            (1000, 1000, 200), (1000, 999, 503), (1000, 1, 503), (1000, 0, 503), (1000, -1, 503), (1000, 1001, 200),
            (Int64.max, 2000, 503),
        ] as [(Int64, Int64, Int)] {
            #expect(status(body, try record(100, at: before), now: now) == expected, "\(now) after \(before)")
        }
        #expect(status(try log.request(from: 0, to: 1), nil, now: 0) == 503)
        // What would be refused anyway is refused for its own reason.
        #expect(status(try fork.request(from: 200, to: 300), try record(200, at: 3000)) == 422)
    }

    @Test("what is kept has the log's line and the witness's, and nothing that was not verified")
    func kept() throws {
        let stranger = try #require(NoteSignature(name: "x", keyID: KeyID(value: 1), signature: [1]))
        let note = try SignedNote.parse(try log.note(200)).get()
        let spoiled = try #require(SignedNote(text: note.text, signatures: [stranger] + note.signatures))
        let request = try WitnessRequest.open(try log.request(0, [], spoiled.bytes)) { _ in [log.verifier] }.get()
        #expect(request.note == (try log.note(200)))
        let cosignature = try witness.cosign(request.checkpoint, at: 7)
        let kept = WitnessRecord(request.checkpoint, note: request.note, cosignatures: [cosignature], at: 7)
        #expect(kept.note == (try log.note(200)) + cosignature.line)
        #expect(kept.size == 200 && kept.cosigned == 7)
    }
}
