import Federation
import Logging
import NodeStore
import TransparencyLog

/// What this node can prove against a log.
extension Node {
    /// Keeps a proven contradiction and tells it once. What could not be kept does not stop what led here.
    func keep(_ evidence: Evidence) {
        do {
            guard try database.keep(evidence, at: clock.now) else { return }
            logger.error(
                "evidence kept",
                metadata: [
                    "event": "evidence-kept", "log": "\(evidence.origin.text)", "detail": "\(evidence.digest.hex)",
                ])
        } catch {
            logger.error(
                "evidence not kept",
                metadata: [
                    "event": "evidence-failed", "log": "\(evidence.origin.text)", "detail": "\(error)",
                ])
        }
    }
}
