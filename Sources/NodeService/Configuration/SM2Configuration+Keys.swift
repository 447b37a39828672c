import Foundation

/// The keys that section `sm2` names.
extension SM2Configuration {
    /// The private keys, in the order of the file.
    /// - Throws: `ConfigurationProblem`.
    func read() throws -> [SM2LogKey] { try files.map(read) }

    func read(_ file: URL) throws -> SM2LogKey {
        try SM2LogKey(contentsOf: file, passphrase: try passphrase.map { try SM2LogKey.passphrase($0) })
    }

    /// Every key that signs or has signed, oldest first.
    func publicKeys() throws -> [[UInt8]] { try former + read().map(\.publicKey) }

    /// Writes new keys to those of the files that are not there.
    func create() throws {
        for file in files where !FileManager.default.fileExists(atPath: file.path) {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try SM2LogKey.generate().write(to: file, passphrase: passphrase.map { try SM2LogKey.passphrase($0) })
        }
    }
}
