import Compensation
import Federation
import NationalCryptography
import Testing
import TransparencyLog

/// Whose SM2 lines count, and what is demanded.
@Suite("SM2 keys of members")
struct SM2KeyTests {
    /// The public key of GB/T 32918.5-2017, annex A.2.
    private static let point =
        "04" + "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
        + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13"

    private func point() throws -> [UInt8] { try #require(Hex.decode(Self.point)) }

    /// What Chongqing's neighbours know when its file names `file` and its `common` log `said`.
    private func register(file: [[UInt8]], said: [[UInt8]]) throws -> (keys: KeyRegister, member: Member) {
        var world = try World()
        let first = try KeyVectors.registration()
        let member = Member(
            node: first.node, code: first.party, role: .province, name: first.name,
            logKey: try KeyVectors.bytes(KeyVectors.first), sm2Keys: file, required: [.ed25519, .sm2])
        try world.say(
            World.chongqing, "common",
            .node(
                NodeEntry(
                    node: first.node, party: first.party, role: first.role, name: first.name, logKey: first.logKey,
                    cosignerKeys: first.cosignerKeys, sm2Keys: said)))
        let roster = try #require(Roster([member]))
        return (Held(world.logs.map { ($0, $0.entries.count) }, roster: roster).docket.keys, member)
    }

    @Test("A key counts when the file names it, and vouches when the log names it too")
    func naming() throws {
        let other = try SM2PrivateKey.generate().publicKey.point
        let log = try #require(LogOrigin("500000.tongzhou.test/common/1"))
        let stranger = try #require(NodeName("430000.tongzhou.test"))
        for (file, said) in try [
            ([], [point()]), ([point()], []), ([point()], [point()]), ([point(), other], [other]),
        ] {
            let (keys, member) = try register(file: file, said: said)
            let sm2 = keys.noteKeys(of: log).verifiers.filter { $0.algorithm == .sm2 }
            #expect(sm2.map(\.publicKey) == file && sm2.allSatisfy { $0.name == log.text })
            #expect(
                keys.noteKeys(of: log).required == [.ed25519]
                    && keys.demandedKeys(of: log).required == [.ed25519, .sm2])
            #expect(keys.demandedAlgorithms(of: member.node) == [.ed25519, .sm2])
            #expect(keys.demandedAlgorithms(of: stranger) == [.ed25519])
            #expect(keys.signingSM2Keys(of: member.node) == file.filter(said.contains))
            #expect(keys.unknownSM2Keys(of: member.node) == said.filter { !file.contains($0) })
            #expect(keys.namedSM2Keys(in: log) == said)
            for cosigner in Cosigner.allCases {
                let verifiers = keys.cosigners(cosigner, of: member.node).filter { $0.algorithm == .sm2 }
                #expect(verifiers.map(\.publicKey) == file)
                #expect(verifiers.allSatisfy { $0.name == "500000.tongzhou.test/\(cosigner.rawValue)" })
            }
        }
    }

    @Test("An entry with SM2 keys is read as it was written, and one without has no such field")
    func entry() throws {
        let log = try #require(LogOrigin("500000.tongzhou.test/common/1"))
        let at = try #require(Timestamp("2021-05-06T09:30:05+08:00"))
        func text(_ keys: [[UInt8]]) throws -> String {
            let first = try KeyVectors.registration()
            let entry = NodeEntry(
                node: first.node, party: first.party, role: first.role, name: first.name, logKey: first.logKey,
                cosignerKeys: first.cosignerKeys, sm2Keys: keys)
            return String(
                decoding: try SignedEntry(log: log, at: at, entry: .node(entry)).encoded(), as: UTF8.self)
        }
        let plain = try text([])
        #expect(!plain.contains("sm2"))
        let field = "\"sm2_keys\":[\"\(Base64.encode(try point()))\"]"
        let written = try text([try point()])
        #expect(written.contains(field))
        let read = try SignedEntry(bytes: Array(written.utf8), foundIn: log)
        guard case .node(let entry) = read.entry else { throw TestProblem() }
        #expect(entry.sm2Keys == [try point()])
        for wrong in ["[]", "\"x\"", "[\"AAAA\"]", "[1]", "null"] {
            let text = written.replacing(field, with: "\"sm2_keys\":\(wrong)")
            #expect(throws: EntryProblem.self) { try SignedEntry(bytes: Array(text.utf8), foundIn: log) }
        }
    }

    private struct TestProblem: Error {}

    /// Whoever has stolen an SM2 key, a retired one perhaps, is nobody without the log key.
    @Test(
        "A note under an SM2 key alone is refused by mirror and witness, whatever is demanded",
        arguments: [[.ed25519], [.sm2], [.ed25519, .sm2]] as [[SignatureAlgorithm]])
    func neverAlone(required: [SignatureAlgorithm]) throws {
        let log = try ServedLog(size: 10)
        let chongqing = try KeyVectors.registration()
        let stolen = try SM2PrivateKey.generate()
        let member = Member(
            node: log.origin.node, code: chongqing.party, role: .province, name: chongqing.name,
            logKey: try TestKey(7).publicKey, sm2Keys: [stolen.publicKey.point], required: required)
        let register = Docket(roster: try #require(Roster([member]))).keys
        let ed25519 = try TestKey(7).signer(log.origin.text)
        let sm2 = try #require(NoteSigner(name: log.origin.text, privateKey: stolen))
        let body = Checkpoint(origin: log.origin.text, size: 10, root: log.root(10)).body
        for (signers, isHonest) in [([ed25519, sm2], true), ([sm2], false)] {
            let note = try #require(SignedNote(text: body, signatures: signers.map { try $0.sign(body) })).bytes
            for keys in [register.noteKeys(of: log.origin), register.demandedKeys(of: log.origin)] {
                var run = MirrorRun(
                    Mirror(origin: log.origin, keys: keys, frontier: Frontier(), checkpoint: nil, finding: nil))
                let end = run.poll(note) { $0.map(log.body) }
                #expect(end == (isHonest ? .level : .halted(.checkpointInvalid)))
            }
            let asked = WitnessRequest.open(try log.request(0, [], note), keys: register.noteKeys)
            switch asked {
            case .success: #expect(isHonest)
            case .failure(let refusal):
                #expect(!isHonest && refusal == .notSigned(.signatureMissing(detail: "ed25519")))
            }
        }
    }

    @Test("A mirror takes in only what carries the demanded lines")
    func demands() throws {
        let log = try ServedLog(size: 10)
        let ed25519 = try TestKey(7).signer(log.origin.text)
        let sm2 = try #require(NoteSigner(name: log.origin.text, privateKey: try SM2PrivateKey.generate()))
        func end(_ size: Int, _ signers: [NoteSigner], _ required: [SignatureAlgorithm]) throws -> MirrorRun.End {
            let keys = NoteKeys([ed25519.verifier, sm2.verifier], required: required)
            var run = MirrorRun(
                Mirror(origin: log.origin, keys: keys, frontier: Frontier(), checkpoint: nil, finding: nil))
            let body = Checkpoint(origin: log.origin.text, size: size, root: log.root(size)).body
            let note = try #require(SignedNote(text: body, signatures: signers.map { try $0.sign(body) }))
            return run.poll(note.bytes) { $0.map(log.body) }
        }
        for required in [[.ed25519], [.sm2], [.ed25519, .sm2]] as [[SignatureAlgorithm]] {
            #expect(try end(10, [ed25519, sm2], required) == .level)
            #expect(try end(10, [sm2, ed25519], required) == .level)
            let isEnough = required == [.ed25519]
            #expect(try end(10, [ed25519], required) == (isEnough ? .level : .halted(.checkpointInvalid)))
            #expect(try end(10, [sm2], required) == (required == [.sm2] ? .level : .halted(.checkpointInvalid)))
        }
    }
}
