import Crypto
import Foundation
import TransparencyLog

/// SHA-256 of a file, a megabyte at a time.
enum FileDigest {
    static func hex(of url: URL) throws -> String {
        let file = try FileHandle(forReadingFrom: url)
        defer { try? file.close() }
        var hasher = SHA256()
        while let part = try file.read(upToCount: 1 << 20), !part.isEmpty { hasher.update(data: part) }
        return Hex.encode(Array(hasher.finalize()))
    }
}
