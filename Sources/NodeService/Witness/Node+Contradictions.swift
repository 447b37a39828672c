import Federation
import Logging
import NodeStore
import TransparencyLog

extension Node {
    /// Keeps a contradiction as a document that anyone can check. Returns whether it is new here.
    func keepEvidence(_ contradiction: Contradiction, of origin: LogOrigin) throws -> Bool {
        let prefix = contradiction.prefix.map { (root: $0.root, proof: $0.proof) }
        for key in keys(of: origin) {
            if case .success(let evidence) = Evidence.fork(
                of: origin, key: key, contradiction.held.note, contradiction.shown.note, prefix: prefix)
            {
                return try database.keep(evidence, at: clock.now)
            }
        }
        // Two notes under two keys of one log: each verifies, and no one key has signed both.
        logger.error(
            "a contradiction that no single key proves",
            metadata: ["event": "evidence-not-kept", "log": "\(origin.text)", "detail": "\(contradiction.detail)"])
        return true
    }
}
