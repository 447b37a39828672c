import Federation
import NodeStore
import Presentation
import TransparencyLog

/// Makes proof files out of the own and mirrored logs of a node.
struct ProofDesk {
    let node: Node

    /// The proof of one entry, under the newest checkpoint kept with its cosignatures; checked before it is handed out.
    func prove(_ place: EntryReference) async throws -> ProofReport {
        let keys = await node.keys(of: place.log)
        guard !keys.isEmpty else {
            throw CommandFailure(zh: "没有日志 \(place.log.text)", en: "no log \(place.log.text)")
        }
        let read = try node.database.read(place.log) { stored -> (entry: [UInt8], proof: EntryProof)? in
            guard place.index < stored.size, let note = try note(stored, of: place.log),
                let claim = try? SignedNote.parse(note).flatMap({ Checkpoint.parse($0.text) }).get(),
                place.index < claim.size, let entry = try stored.entries(place.index..<place.index + 1).first,
                let proof = try EntryProof(index: place.index, note: note, reader: stored)
            else { return nil }
            return (entry, proof)
        }
        guard let (entry, proof) = read ?? nil else {
            throw CommandFailure(
                zh: "\(place.text)：没有这一条目，或尚无包含它的检查点", en: "\(place.text): no such entry, or no checkpoint has it yet")
        }
        switch proof.verify(entry: entry, origin: place.log.text, keys: keys) {
        case .success(let verified):
            // The newest that signed: it is the one that others are given now.
            let newest = SignatureAlgorithm.allCases.compactMap { algorithm in
                verified.signers.last { $0.algorithm == algorithm }
            }
            return ProofReport(
                place: place, entry: entry, proof: proof, checkpoint: verified.checkpoint, keys: newest)
        case .failure(let finding):
            throw CommandFailure(
                ExitCode.integrity,
                zh: "\(place.text)：存储的内容与签署的不符（\(finding.code)），未导出；请执行 tongzhou log verify",
                en:
                    "\(place.text): what is stored is not what was signed (\(finding.code)), nothing was exported; run tongzhou log verify"
            )
        }
    }

    /// The newest checkpoint with the cosignatures kept for it, as many as a note may have.
    private func note(_ stored: StoredLog, of log: LogOrigin) throws -> [UInt8]? {
        guard let note = try stored.checkpoint() else { return nil }
        return node.witnesses.note(note, with: try stored.cosignatures(), for: log.channel)
    }

    /// What binds the parties and the centre to a settlement, as far as it has been said.
    func prove(_ agreement: String, _ period: String, digest: String?, in view: NodeView) async throws -> ProofSet {
        let settlement = try SettlementsDesk.find(agreement, period, digest: digest, in: view)
        let entries = SettlementEntries(settlement, view.docket.settlements)
        guard !entries.places.isEmpty else {
            throw CommandFailure(
                zh: "\(agreement) \(period)：尚无任何一方的表态，没有可证明的内容",
                en: "\(agreement) \(period): nobody has said anything yet; there is nothing to prove")
        }
        var proofs: [(name: String, proof: ProofReport)] = []
        for (name, place) in entries.named(view.docket.roster) { proofs.append((name, try await prove(place))) }
        let signers = view.docket.roster.members.filter { member in
            entries.places.contains { $0.log.node == member.node }
        }
        return ProofSet(key: settlement.key, proofs: proofs, missing: entries.missing, signers: signers)
    }

    /// `ORIGIN#INDEX`, as every command prints it.
    static func place(_ text: String) throws -> EntryReference {
        let parts = text.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let log = LogOrigin(parts[0]), let index = Int(parts[1]), index >= 0,
            String(index) == parts[1]
        else {
            throw CommandFailure(
                zh: "“\(text)”不是条目；写法：日志#序号，如 500000.tongzhou.test/common/1#0",
                en: "“\(text)” is no entry; write log#index, such as 500000.tongzhou.test/common/1#0")
        }
        return EntryReference(log: log, index: index)
    }
}
