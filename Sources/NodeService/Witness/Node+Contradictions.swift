import Federation
import Logging
import NodeStore
import TransparencyLog

extension Node {
    /// Keeps a contradiction as documents that anyone can check, one per key that signed both histories. Returns
    /// whether it is new here.
    func keepEvidence(_ contradiction: Contradiction, of origin: LogOrigin) throws -> Bool {
        let prefix = contradiction.prefix.map { (root: $0.root, proof: $0.proof) }
        let documents = keys(of: origin).verifiers.compactMap { key in
            try? Evidence.fork(
                of: origin, key: key, contradiction.held.note, contradiction.shown.note, prefix: prefix
            ).get()
        }
        guard documents.isEmpty else {
            return try documents.map { try database.keep($0, at: clock.now) }.contains(true)
        }
        // Two notes under two keys of one log: each verifies, and no one key has signed both.
        logger.error(
            "a contradiction that no single key proves",
            metadata: ["event": "evidence-not-kept", "log": "\(origin.text)", "detail": "\(contradiction.detail)"])
        return true
    }
}
