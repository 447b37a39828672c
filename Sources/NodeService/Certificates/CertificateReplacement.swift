import Foundation

/// Puts a certificate, and its key when that is new, in the place of those in use, and keeps these beside.
///
/// Each file is complete on the disk before it takes a name. Cut short between the two renames, the new key stands
/// beside the old certificate; installing the same certificate again finishes it.
struct CertificateReplacement {
    let certificate: String
    let key: String

    /// Where the key of a request waits for its certificate.
    static func pendingKey(_ key: String) -> String { key + ".next" }

    /// - Parameter newKey: the text of the key that waits, when the certificate is for that one.
    /// - Returns: what the former files are called now.
    /// - Throws: `CertificateFailure` with code `unwritable`.
    func install(_ text: String, newKey: String?) throws(CertificateFailure) -> [String] {
        let ending = unusedEnding()
        var kept: [String] = []
        if let newKey {
            if try keep(key, as: key + ending) { kept.append(key + ending) }
            try PrivateFile.replace(key, mode: 0o600, text: newKey)
        }
        if try keep(certificate, as: certificate + ending) { kept.insert(certificate + ending, at: 0) }
        try PrivateFile.replace(certificate, mode: 0o644, text: text)
        if newKey != nil, unlink(Self.pendingKey(key)) != 0 {
            throw CertificateFailure(.unwritable, Self.pendingKey(key))
        }
        return kept
    }

    private func unusedEnding() -> String {
        var count = 1
        while true {
            let ending = count == 1 ? ".old" : ".old-\(count)"
            let isTaken = [certificate, key].contains { FileManager.default.fileExists(atPath: $0 + ending) }
            if !isTaken { return ending }
            count += 1
        }
    }

    /// A second name for the file; `false` when there is none to keep.
    private func keep(_ file: String, as other: String) throws(CertificateFailure) -> Bool {
        guard FileManager.default.fileExists(atPath: file) else { return false }
        guard link(file, other) == 0 else { throw CertificateFailure(.unwritable, other) }
        return true
    }
}
