import Compensation
import Federation
import Foundation
import NodeStore
import TransparencyLog

/// The senders of a node, kept in `senders.json` in its folder and at hand for every request.
final class SenderRegister: Sendable {
    private let list: PrivateList<IntakeSender>

    /// - Throws: `ConfigurationProblem` where the file cannot be understood.
    init(_ folder: DataFolder) throws {
        list = try PrivateList(
            folder.url.appending(path: "senders.json"), Bilingual(zh: "报送方名单", en: "the list of senders"))
    }

    var senders: [IntakeSender] { list.elements }

    /// Takes as long whichever sender it is, or none.
    func sender(token: String) -> IntakeSender? {
        let shown = Array(ContentDigest(of: Array(token.utf8)).hex.utf8)
        var found: IntakeSender?
        for sender in senders where SameBytes.areEqual(Array((sender.tokenDigest ?? "").utf8), shown) {
            found = sender
        }
        return found
    }

    func sender(certificate: NodeName) -> IntakeSender? {
        senders.first { $0.certificate?.sameBytes(as: certificate.text) == true }
    }

    /// Changes the list, on disk first. One change at a time.
    func change(_ body: (inout [IntakeSender]) throws -> Void) throws { try list.change(body) }
}
