import Federation
import NodeStore
import Presentation
import TransparencyLog

/// The evidence a node keeps: listed and handed out.
struct EvidenceDesk {
    let node: Node

    func list() throws -> EvidenceList { EvidenceList(try kept()) }

    /// The document whose digest begins so; without one, the only document there is.
    func export(_ digest: String?) throws -> (list: EvidenceList, file: ProducedFile) {
        let all = try kept()
        let chosen = digest.map { digest in all.filter { $0.evidence.digest.hex.hasPrefix(digest) } } ?? all
        guard digest.map({ $0.utf8.count >= 8 }) ?? true, let only = chosen.first, chosen.count == 1 else {
            let known = all.map { String($0.evidence.digest.hex.prefix(16)) }.joined(separator: ", ")
            throw CommandFailure(
                zh: "请以摘要（至少 8 位）指明一份证据；现有：\(known.isEmpty ? "无" : known)",
                en: "name one document by its digest (at least 8 digits); there are: \(known.isEmpty ? "none" : known)")
        }
        let name = "evidence-\(only.evidence.digest.hex.prefix(16)).json"
        return (EvidenceList([only]), ProducedFile(name, only.evidence.bytes))
    }

    private func kept() throws -> [(evidence: Evidence, fork: ProvenFork, since: Timestamp)] {
        try node.database.evidence().map { ($0.evidence, try $0.evidence.examine().get(), $0.since) }
    }
}
