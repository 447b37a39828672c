import Federation
import Foundation
import TransparencyLog

/// The private log keys at hand: the one `node.yaml` names and those beside it in the same folder.
///
/// Which of them sign is what the log says (`KeyRegister`); this only finds the private halves.
struct KeyRing: Sendable {
    /// The key that `log_key` in `node.yaml` names.
    let configured: LogKey
    private let folder: URL
    private var others: [LogKey]
    /// A new key signs from the very batch that says so, before the register knows it.
    private var announced: LogKey?

    /// - Parameter file: where `configured` was read from.
    init(_ configured: LogKey, at file: URL) {
        self.configured = configured
        folder = file.deletingLastPathComponent()
        others = Self.keys(in: folder)
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

    /// What verifies an own log: whatever one of these keys has signed was said by this node.
    func verifiers(of origin: LogOrigin) -> [NoteVerifier] {
        ([configured] + others).compactMap { NoteVerifier(name: origin.text, publicKey: $0.publicKey) }
    }

    /// Signers of one log, oldest key first; keys whose private half is missing are left out.
    func signers(of origin: LogOrigin, _ publicKeys: [[UInt8]]) -> [NoteSigner] {
        var wanted = publicKeys
        if let announced, !wanted.contains(announced.publicKey) { wanted.append(announced.publicKey) }
        return wanted.compactMap { key($0) }.compactMap { $0.signer(of: origin) }
    }

    /// The key of this node's cosigners, witness and mirror: the one of `publicKeys` at hand that neighbours have known
    /// longest.
    func cosigning(_ publicKeys: [[UInt8]]) -> LogKey? { publicKeys.lazy.compactMap { key($0) }.first }

    /// Signs with `key` as well until `settled`.
    mutating func announce(_ key: LogKey) {
        others.append(key)
        announced = key
    }

    /// From here on the log says who signs.
    mutating func settled() { announced = nil }
}
