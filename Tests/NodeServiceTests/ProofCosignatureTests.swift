import Compensation
import Federation
import NationalCryptography
import Presentation
import Testing
import TransparencyLog

@testable import NodeService

/// What `proof verify` says of cosignatures when it is given their keys.
@Suite("Cosignatures under proofs")
struct ProofCosignatureTests {
    private static let origin = "500000.tongzhou.test/common/1"
    private static let name = "430000.tongzhou.test/witness"
    /// 2021-05-06T09:30:05+08:00.
    private static let time: Int64 = 1_620_264_605
    private let entry = Array("{}".utf8)
    private let log: NoteSigner
    private let ed25519: CosignatureSigner
    private let sm2: CosignatureSigner
    private let stranger: CosignatureSigner

    init() throws {
        func key(_ byte: UInt8) -> [UInt8] { Array(repeating: byte, count: 32) }
        log = try #require(NoteSigner(name: Self.origin, privateKey: key(9)))
        ed25519 = try #require(CosignatureSigner(name: Self.name, privateKey: key(8)))
        sm2 = try #require(CosignatureSigner(name: Self.name, privateKey: SM2PrivateKey.generate()))
        stranger = try #require(CosignatureSigner(name: "100000.tongzhou.test/witness", privateKey: key(7)))
    }

    private var checkpoint: Checkpoint { Checkpoint(origin: Self.origin, size: 1, root: .leaf(entry)) }

    private func lines(_ signers: [CosignatureSigner]) throws -> [NoteSignature] {
        try signers.map { try $0.cosign(checkpoint, at: Self.time).signature }
    }

    private func check(
        _ lines: [NoteSignature], given: [String], format: OutputFormat = .table
    ) throws -> CommandOutcome {
        let signatures = [try log.sign(checkpoint.body)] + lines
        let note = try #require(SignedNote(text: checkpoint.body, signatures: signatures))
        let proof = try #require(EntryProof(index: 0, hashes: [], note: note.bytes))
        let form = ProofChecker.Form(
            proof: NamedFile(name: "a.tlog-proof", bytes: proof.bytes), entry: NamedFile(name: "a.json", bytes: entry),
            keys: nil)
        return ProofChecker(.en, format: format).check([form], keys: [log.verifier.vkey], cosigners: given)
    }

    private func label(_ signer: CosignatureSigner) -> String { "\(signer.verifier.name)+\(signer.verifier.keyID.hex)" }

    @Test("Those whose keys are given are checked and named, of either kind; others are said to be unknown")
    func named() throws {
        let all = try lines([ed25519, stranger, sm2])
        let both = try check(all, given: [ed25519.verifier.vkey, sm2.verifier.vkey])
        #expect(both.exitCode == ExitCode.done)
        for text in [
            "cosignature checked, Ed25519: \(label(ed25519)), 2021-05-06T09:30:05+08:00\n",
            "cosignature checked, SM2: \(label(sm2)), 2021-05-06T09:30:05+08:00\n",
            "unknown cosignature, its key was not given: \(label(stranger))\n",
        ] { #expect(both.output.contains(text), "\(text) in \(both.output)") }
        #expect(both.output.ranges(of: "cosignature").count == 3)

        let one = try check(all, given: [sm2.verifier.vkey])
        #expect(one.output.contains("its key was not given: \(label(ed25519))") && !one.output.contains("Ed25519: 4"))
        #expect(try check(all, given: []).output.contains("cosignature") == false, "nobody has asked")
    }

    @Test("A key without a line fails the verification of a proven entry; the fields are those of docs/json.md")
    func absent() throws {
        let given = [ed25519.verifier.vkey, sm2.verifier.vkey]
        let outcome = try check(try lines([ed25519]), given: given)
        #expect(outcome.exitCode == ExitCode.integrity)
        #expect(outcome.output.contains("a.tlog-proof: proven \(Self.origin)#0"), "\(outcome)")
        #expect(
            outcome.output.contains("NOT cosigned: no cosignature under this key, SM2: \(label(sm2))\n"), "\(outcome)")
        let json = try check(try lines([ed25519, stranger]), given: given, format: .json).output
        for object in [
            #"{"algorithm":"ed25519","key":"\#(label(ed25519))","state":"verified","#
                + #""time":"2021-05-06T09:30:05+08:00"}"#,
            #"{"key":"\#(label(stranger))","state":"unknown"}"#,
            #"{"algorithm":"sm2","key":"\#(label(sm2))","state":"absent"}"#,
        ] { #expect(json.contains(object), "\(object) in \(json)") }
        #expect(json.contains(#""cosigned":false"#) && !json.contains(#""proven":false"#), "\(json)")
        let whole = try check(try lines([sm2, ed25519]), given: given, format: .json)
        #expect(whole.exitCode == ExitCode.done && whole.output.contains(#""cosigned":true"#), "\(whole)")
        let unasked = try check(try lines([ed25519]), given: [], format: .json)
        #expect(unasked.exitCode == ExitCode.done && !unasked.output.contains("cosign"), "\(unasked)")
    }

    @Test("A line under a key that is given has to hold, and to be for this checkpoint")
    func refused() throws {
        let later = Checkpoint(origin: Self.origin, size: 2, root: checkpoint.root)
        for signer in [ed25519, sm2] {
            let line = try signer.cosign(checkpoint, at: Self.time).signature
            var bytes = line.signature
            bytes[20] ^= 1
            let turned = try #require(NoteSignature(name: line.name, keyID: line.keyID, signature: bytes))
            for wrong in [turned, try signer.cosign(later, at: Self.time).signature] {
                let outcome = try check([wrong], given: [signer.verifier.vkey])
                #expect(outcome.exitCode == ExitCode.integrity)
                #expect(outcome.output.contains("NOT proven note-signature-invalid"), "\(outcome)")
                // Nothing is known of the line to who has another key, and what is proven stays proven.
                let other = try lines([stranger])
                let unknown = try check([wrong] + other, given: [stranger.verifier.vkey])
                #expect(unknown.exitCode == ExitCode.done && unknown.output.contains("unknown cosignature"))
            }
        }
    }

    @Test("What is no cosigner's key is refused, a log's key too")
    func keys() throws {
        for wrong in ["example", log.verifier.vkey] {
            let outcome = try check([], given: [wrong])
            #expect(outcome.exitCode == ExitCode.inputRefused && outcome.errors.contains("--witness: no verifier key"))
        }
    }
}
