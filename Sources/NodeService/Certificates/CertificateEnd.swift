import Federation
import Foundation
import SwiftASN1
import X509

/// When a certificate file ends.
enum CertificateEnd {
    /// `nil` when the file cannot be read; starting the server says so more loudly.
    static func read(_ url: URL) -> Timestamp? {
        guard let data = FileManager.default.contents(atPath: url.path),
            let certificate = try? Certificate(pemEncoded: String(decoding: data, as: UTF8.self))
        else { return nil }
        return Timestamp(secondsSinceEpoch: Int64(certificate.notValidAfter.timeIntervalSince1970))
    }
}
