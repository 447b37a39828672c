import Compensation
import Federation
import Foundation
import NodeStore

/// The accounts of the desk, kept in `operators.json` in the node's folder.
final class OperatorRegister: Sendable {
    private let list: PrivateList<OperatorAccount>

    /// - Throws: `ConfigurationProblem` where the file cannot be understood.
    init(_ folder: DataFolder) throws {
        list = try PrivateList(
            folder.url.appending(path: "operators.json"), Bilingual(zh: "办理人员名单", en: "the list of operators"))
    }

    var accounts: [OperatorAccount] { list.elements }

    /// One that may log in.
    func account(_ name: String) -> OperatorAccount? {
        accounts.first { $0.name.sameBytes(as: name) && $0.disabled == nil }
    }

    func account(certificate: NodeName) -> OperatorAccount? {
        accounts.first { $0.certificate?.sameBytes(as: certificate.text) == true && $0.disabled == nil }
    }

    private static let mostBrowsers = 8

    /// Takes a code's step for good, on disk; `false` where it was taken before.
    ///
    /// - Parameter browser: the digest of what a browser shows that is known from now on.
    func spend(_ step: Int64, of name: String, browser: String?) throws -> Bool {
        try list.change { accounts in
            guard let place = accounts.firstIndex(where: { $0.name.sameBytes(as: name) }),
                accounts[place].lastStep < step
            else { return false }
            accounts[place].lastStep = step
            if let browser {
                accounts[place].browsers = ((accounts[place].browsers ?? []) + [browser]).suffix(Self.mostBrowsers)
            }
            return true
        }
    }

    func change(_ body: (inout [OperatorAccount]) throws -> Void) throws { try list.change(body) }
}
