import Foundation
import X509

@testable import NodeService

/// What an authority signs.
extension FuzzSubject {
    static let certificates: [FuzzSubject] = [FuzzSubject("revocations", revocations)]

    /// Lists of revoked certificates, in either form: nothing counts but what the authority signed.
    private static func revocations(_ bytes: [UInt8]) throws -> Bool {
        if let list = try? EncodedRevocationList(der: bytes) {
            let again = try EncodedRevocationList(der: bytes)
            try Violation.unless(list.revoked == again.revoked && list.issuer == again.issuer, "read twice, two lists")
            // A serial number, a time and what holds them take more than ten bytes.
            try Violation.unless(list.revoked.count * 10 < bytes.count, "\(list.revoked.count) numbers")
        }
        let lists: [RevocationList]
        do {
            lists = try RevocationList.lists(in: bytes, roots: [FuzzAuthority.root])
        } catch {
            try Violation.unless(
                error.code == .listMalformed || error.code == .listUnsigned, "refused as \(error.code.rawValue)")
            return false
        }
        try Violation.unless(!lists.isEmpty, "no list, and taken")
        for list in lists {
            try Violation.unless(
                list.thisUpdate == FuzzAuthority.thisUpdate && list.nextUpdate == FuzzAuthority.nextUpdate
                    && list.issuer == FuzzAuthority.root.subject && list.revokes(FuzzAuthority.revoked)
                    && !list.revokes(FuzzAuthority.root), "a forged list")
        }
        return true
    }
}
