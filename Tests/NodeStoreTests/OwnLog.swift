import Compensation
import Federation
import NationalCryptography
import NodeStore
import Testing
import TransparencyLog

/// A log of this node: batches and signatures as the runtime makes them.
struct OwnLog {
    let origin: LogOrigin
    private let signer: NoteSigner
    /// Signs the tree over SM3 only.
    private let sm2: NoteSigner

    init(_ text: String = "500000.tongzhou.test/youshui/1") throws {
        origin = try #require(LogOrigin(text))
        signer = try #require(NoteSigner(name: text, privateKey: Array(repeating: 9, count: 32)))
        sm2 = try #require(NoteSigner(name: text, privateKey: try SM2PrivateKey.generate()))
    }

    var verifier: NoteVerifier { signer.verifier }
    var keys: NoteKeys { NoteKeys([verifier, sm2.verifier], required: [.ed25519]) }

    func entry(_ index: Int) -> [UInt8] {
        index % 50 == 3 ? [] : Array("{\"n\":\(index)}".utf8)
    }

    func batch(from start: Int, count: Int) -> LogBatch {
        LogBatch(origin: origin, onto: frontier(start), entries: (start..<start + count).map(entry))
    }

    func frontier(_ size: Int) -> Frontier {
        var frontier = Frontier()
        for index in 0..<size { frontier.append(MerkleHash.leaf(entry(index))) }
        return frontier
    }

    func note(_ checkpoint: Checkpoint) throws -> [UInt8] {
        try #require(SignedNote(text: checkpoint.body, signatures: [try signer.sign(checkpoint.body)])).bytes
    }

    /// The note over the SM3 tree beside this log.
    func sm3Note(_ checkpoint: Checkpoint) throws -> [UInt8] {
        let lines = try SM3TreeKeys.signing([signer, sm2], of: origin).map { try $0.sign(checkpoint.body) }
        return try #require(SignedNote(text: checkpoint.body, signatures: lines)).bytes
    }

    func sm3Root(_ size: Int) throws -> MerkleHash {
        var frontier = SM3Frontier()
        for index in 0..<size { try frontier.append(entry(index)) }
        return try #require(try frontier.root())
    }

    func grow(_ database: LogDatabase, by count: Int) throws {
        let start = try database.read(origin) { $0.size } ?? 0
        try database.register(origin, own: true)
        try database.append(batch(from: start, count: count), sign: note)
    }
}
