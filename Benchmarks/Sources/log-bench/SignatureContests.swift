import Contest
import Federation
import NationalCryptography
import TransparencyLog

/// What a second signature of another algorithm costs.
struct SignatureContests {
    private let log: OriginLog
    private let signers: [NoteSigner]
    private var keys: NoteKeys { NoteKeys(signers.map(\.verifier), required: [.ed25519, .sm2]) }

    init(_ log: OriginLog) throws {
        guard let sm2 = NoteSigner(name: log.origin.text, privateKey: try SM2PrivateKey.generate()) else {
            throw OriginLog.Broken()
        }
        self.log = log
        signers = [log.signer, sm2]
    }

    /// One checkpoint, again and again.
    func single() throws -> [Contest] {
        let checkpoint = Checkpoint(origin: log.origin.text, size: 1, root: .leaf(log.entries[0]))
        let (one, both) = (try note(checkpoint, [log.signer]), try note(checkpoint, signers))
        let (verifier, keys) = (log.signer.verifier, keys)
        return [
            Contest(
                title: "a checkpoint signed",
                contestants: [("Ed25519", [log.signer]), ("Ed25519 and SM2", signers)].map { name, signers in
                    Contestant(name: name) { count in
                        for _ in 0..<count { _ = try note(checkpoint, signers) }
                        return count
                    }
                }),
            Contest(
                title: "a checkpoint verified",
                contestants: [("Ed25519", one, [verifier]), ("Ed25519 and SM2", both, keys)].map { name, note, keys in
                    Contestant(name: name) { count in
                        for _ in 0..<count {
                            _ = try VerifiedCheckpoint.open(note: note, origin: log.origin.text, keys: keys).get()
                        }
                        return count
                    }
                }),
        ]
    }

    /// The log followed checkpoint by checkpoint, each verified and made durable.
    func following(every step: Int) throws -> Contest {
        let (one, both) = (try notes(step, [log.signer]), try notes(step, signers))
        return Contest(
            title: "a log mirrored with a checkpoint every \(step) entries",
            contestants: [
                Contestant(name: "Ed25519") { _ in
                    try MirrorWork(log: log).store(one, [log.signer.verifier])
                },
                Contestant(name: "Ed25519 and SM2") { _ in try MirrorWork(log: log).store(both, keys) },
            ])
    }

    /// The log followed while it grows `times` as fast as Ed25519 alone can be followed checkpoint by checkpoint. Once:
    /// who keeps up is as fast as the log. Twice: nobody keeps up that way, so each takes what has come meanwhile.
    func growing(every step: Int, times: Int) throws -> Contest {
        let (one, both) = (try notes(step, [log.signer]), try notes(step, signers))
        let taken = try ContinuousClock().measure { _ = try MirrorWork(log: log).store(one, [log.signer.verifier]) }
        let pace = Double(times * log.entries.count) / (taken / .seconds(1))
        return Contest(
            title: """
                a log mirrored while it grows \(times == 1 ? "" : "\(times) times ")as fast as the first was, \
                with a checkpoint every \(step) entries
                """,
            contestants: [
                Contestant(name: "Ed25519") { _ in
                    try MirrorWork(log: log).store(one, [log.signer.verifier], pace: pace)
                },
                Contestant(name: "Ed25519 and SM2") { _ in try MirrorWork(log: log).store(both, keys, pace: pace) },
            ])
    }

    private func notes(_ step: Int, _ signers: [NoteSigner]) throws -> [[UInt8]] {
        var frontier = Frontier()
        return try stride(from: 0, to: log.entries.count - step + 1, by: step).map { start in
            for entry in log.entries[start..<start + step] { frontier.append(MerkleHash.leaf(entry)) }
            return try note(
                Checkpoint(origin: log.origin.text, size: frontier.size, root: frontier.root), signers)
        }
    }

    private func note(_ checkpoint: Checkpoint, _ signers: [NoteSigner]) throws -> [UInt8] {
        let signatures = try signers.map { try $0.sign(checkpoint.body) }
        guard let note = SignedNote(text: checkpoint.body, signatures: signatures) else { throw OriginLog.Broken() }
        return note.bytes
    }
}
