import Federation
import Logging
import NodeStore
import TransparencyLog

/// The SM3 trees of the own logs, where `sm2.tree` of `node.yaml` asks for them, and those of peers' logs as far as
/// they are shown.
extension Node {
    /// Entries per transaction while a tree is brought level with a log that was there before it.
    private static let step = 65_536

    /// Own logs whose SM3 tree is not continued.
    var damagedTrees: [LogOrigin] { standingTrees.damaged }

    /// What signs the SM3 tree of an own log; `nil` where none is wanted or a key is not at hand.
    func sm3Signing(of origin: LogOrigin, by signers: [NoteSigner]) -> ((Checkpoint) throws -> [UInt8])? {
        guard configuration.sm2.tree, !damagedTrees.contains(origin) else { return nil }
        let signers = SM3TreeKeys.signing(signers, of: origin)
        guard !signers.isEmpty else { return nil }
        return { try KeyRing.note($0, of: origin, by: signers) }
    }

    /// Brings every tree level with its log, some entries at a time, and tells how far it is. Signs nothing but what is
    /// signed already, in another tree.
    func growSM3Trees() async throws {
        guard configuration.sm2.tree else { return }
        for log in try database.logs() where log.own && log.size > 0 {
            guard let sign = sm3Signing(of: log.origin, by: signers(of: log.origin)) else { continue }
            do {
                while let size = try database.growSM3Tree(log.origin, by: Self.step, sign: sign) {
                    logger.info(
                        "SM3 tree built: \(size) of \(log.size) entries",
                        metadata: ["event": "sm3-tree-built", "log": "\(log.origin.text)", "size": "\(size)"])
                    await Task.yield()
                }
                standingTrees.caughtUp(log.origin)
            } catch StoreError.damagedTree(_, let detail) {
                setAside(treeOf: log.origin, detail)
            } catch {
                // A disk that is full for the moment: the next entry takes the tree along.
                standingTrees.fellBehind(log.origin, "\(error)")
                logger.warning(
                    "an SM3 tree is behind its log",
                    metadata: ["event": "sm3-tree-behind", "log": "\(log.origin.text)", "detail": "\(error)"])
            }
        }
    }

    /// The log itself goes on; its second tree stands still until it is repaired.
    func setAside(treeOf origin: LogOrigin, _ detail: String) {
        standingTrees.setAside(origin, detail)
        logger.error(
            "an SM3 tree is not continued: run tongzhou check --full, then repair",
            metadata: ["event": "sm3-tree-damaged", "log": "\(origin.text)", "detail": "\(detail)"])
    }

    /// Whether a mirrored log's origin may sign an SM3 tree: it needs an SM2 key.
    func maySignSM3Tree(_ origin: LogOrigin) -> Bool { !docket.keys.signingSM2Keys(of: origin.node).isEmpty }

    /// Keeps what a peer has signed over its SM3 tree, if its signatures hold; the scrub and the full check recompute
    /// the root. A second root of the size that is kept is told, for one of the two is not that of the entries.
    func takeSM3(_ note: [UInt8], of origin: LogOrigin) throws {
        let keys = SM3TreeKeys.verifying(docket.keys.noteKeys(of: origin), of: origin)
        switch VerifiedCheckpoint.open(note: note, origin: origin.sm3Text, keys: keys) {
        case .success(let checkpoint):
            // What is claimed beyond the mirrored log could never be recomputed, and would stand in the way of the next.
            guard checkpoint.checkpoint.size <= mirror(of: origin)?.size ?? 0 else { return }
            let kept = try database.sm3Note(of: origin).flatMap {
                try? VerifiedCheckpoint.open(note: $0, origin: origin.sm3Text, keys: keys).get().checkpoint
            }
            if let kept, kept.size == checkpoint.checkpoint.size, kept.root != checkpoint.checkpoint.root {
                found([
                    Damage(
                        .peerSM3RootDiffers, log: origin, .record(table: "sm3_tree", key: "@\(kept.size)"),
                        expected: kept.root.hex, found: checkpoint.checkpoint.root.hex)
                ])
                return
            }
            try database.keepSM3(checkpoint, of: origin)
        case .failure(let finding):
            logger.warning(
                "the checkpoint of a peer's SM3 tree is not taken in",
                metadata: [
                    "event": "sm3-checkpoint-refused", "log": "\(origin.text)",
                    "detail": "\(finding.code) \(finding.detail)",
                ])
        }
    }
}
