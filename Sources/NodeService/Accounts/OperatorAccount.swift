import Foundation
import Presentation

/// Somebody who may work at the desk.
struct OperatorAccount: Codable, Sendable {
    let name: String
    let role: OperatorRole
    /// Known by password and code; `nil` for one known by a certificate.
    var password: PasswordHash?
    /// The secret of the codes. It has to be at hand to compute them, hence only as safe as the file.
    var codes: Data?
    /// The last step whose code was used; no code counts twice.
    var lastStep: Int64 = 0
    /// SHA-256 in hexadecimal of what browsers show that this account has been used in, the newest last.
    var browsers: [String]?
    /// The node name in the certificate of the federation's authority.
    let certificate: String?
    /// RFC 3339.
    let added: String
    var disabled: String?
    /// Raised whenever log-ins of before shall end.
    var generation = 0

    /// As it stands in a backup.
    var withoutSecrets: OperatorAccount {
        var copy = self
        copy.password = nil
        copy.codes = nil
        copy.browsers = nil
        return copy
    }

    /// Whether it came from a backup and has to be given secrets before it can log in.
    var needsReset: Bool { certificate == nil && codes == nil }
}
