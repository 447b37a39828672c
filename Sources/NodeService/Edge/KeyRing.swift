import Federation
import Foundation
import TransparencyLog

/// The private log keys at hand: the one `node.yaml` names and those beside it in the same folder, and the SM2 keys.
///
/// Which of the log keys sign is what the log says (`KeyRegister`); this only finds the private halves. The SM2 keys
/// that `node.yaml` names all sign.
struct KeyRing: Sendable {
    /// The key that `log_key` in `node.yaml` names.
    let configured: LogKey
    let sm2: [SM2LogKey]
    private let formerSM2: [[UInt8]]
    /// Of own logs of earlier epochs, whose private halves may be gone.
    private let formerKeys: [FormerKey]
    private let folder: URL
    private var others: [LogKey]
    /// A new key signs from the very batch that says so, before the register knows it.
    private var announced: LogKey?

    /// - Parameters:
    ///   - file: where `configured` was read from.
    ///   - former: SM2 keys that have signed and no longer do.
    ///   - formerKeys: keys of own logs of earlier epochs.
    init(
        _ configured: LogKey, at file: URL, sm2: [SM2LogKey], former: [[UInt8]], formerKeys: [FormerKey] = []
    ) {
        self.configured = configured
        self.sm2 = sm2
        self.formerKeys = formerKeys
        formerSM2 = former
        folder = file.deletingLastPathComponent()
        others = Self.keys(in: folder)
    }

    /// The keys that `node.yaml` names.
    /// - Throws: `ConfigurationProblem`.
    init(_ configuration: NodeConfiguration) throws {
        self.init(
            try LogKey(contentsOf: configuration.logKey), at: configuration.logKey,
            sm2: try configuration.sm2.read(), former: configuration.sm2.former,
            formerKeys: configuration.formerKeys)
    }

    /// Other files of the folder are none of our business, so what is no key file is passed over.
    private static func keys(in folder: URL) -> [LogKey] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".key") }.sorted().compactMap {
            try? LogKey(contentsOf: folder.appending(path: $0))
        }
    }

    /// Where a key is written: named by its fingerprint, so that no two keys share a name.
    func file(of publicKey: [UInt8]) -> URL {
        folder.appending(path: "log-\(KeyFingerprint(of: publicKey).hex.prefix(16)).key")
    }

    func key(_ publicKey: [UInt8]) -> LogKey? { ([configured] + others).first { $0.publicKey == publicKey } }

    /// What verifies an own log: whatever one of these log keys has signed was said by this node, and in a log of an
    /// earlier epoch what the key signed that `former_keys` names for it.
    func noteKeys(of origin: LogOrigin) -> NoteKeys {
        let sm2 = formerSM2 + sm2.map(\.publicKey)
        let atHand = ([configured] + others).map(\.publicKey)
        let former = formerKeys.filter { $0.log == origin && !atHand.contains($0.key) }.map(\.key)
        return NoteKeys(
            (atHand + former).compactMap { NoteVerifier(name: origin.text, publicKey: $0) }
                + sm2.compactMap { NoteVerifier(name: origin.text, publicKey: $0, algorithm: .sm2) },
            required: [.ed25519])
    }

    /// Signers of one log, oldest key first, SM2 last; keys whose private half is missing are left out. None when no
    /// log key is at hand: SM2 signs beside Ed25519, never alone.
    func signers(of origin: LogOrigin, _ publicKeys: [[UInt8]]) -> [NoteSigner] {
        let signers = signing(publicKeys).compactMap { $0.signer(of: origin) }
        return signers.isEmpty ? [] : signers + sm2.compactMap { $0.signer(of: origin) }
    }

    /// The note that says `checkpoint` for one log.
    static func note(_ checkpoint: Checkpoint, of origin: LogOrigin, by signers: [NoteSigner]) throws -> [UInt8] {
        let signatures = try signers.map { try $0.sign(checkpoint.body) }
        guard let note = SignedNote(text: checkpoint.body, signatures: signatures) else {
            throw NodeProblem.cannotSign(origin)
        }
        return note.bytes
    }

    /// Whether any of the keys is at hand.
    func canSign(_ publicKeys: [[UInt8]]) -> Bool { !signing(publicKeys).isEmpty }

    private func signing(_ publicKeys: [[UInt8]]) -> [LogKey] {
        var wanted = publicKeys
        if let announced, !wanted.contains(announced.publicKey) { wanted.append(announced.publicKey) }
        return wanted.compactMap { key($0) }
    }

    /// The key of this node's cosigners, witness and mirror: the one of `publicKeys` at hand that neighbours have known
    /// longest.
    func cosigning(_ publicKeys: [[UInt8]]) -> LogKey? { publicKeys.lazy.compactMap { key($0) }.first }

    /// What the witness or the mirror of `node` cosigns with; none when none of `publicKeys` is at hand.
    func cosigners(_ cosigner: Cosigner, of node: NodeName, _ publicKeys: [[UInt8]]) -> [CosignatureSigner] {
        guard let first = cosigning(publicKeys)?.cosigner(cosigner, of: node) else { return [] }
        return [first] + sm2.compactMap { $0.cosigner(cosigner, of: node) }
    }

    /// Signs with `key` as well until `settled`.
    mutating func announce(_ key: LogKey) {
        others.append(key)
        announced = key
    }

    /// From here on the log says who signs.
    mutating func settled() { announced = nil }
}
