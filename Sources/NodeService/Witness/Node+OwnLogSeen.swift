import Federation
import Logging
import TransparencyLog

extension Node {
    /// A peer holds a checkpoint of an own log, signed with this node's key, that this node has not signed or that
    /// is larger than what it holds: this node was rolled back, or its key signs elsewhere too.
    ///
    /// `note` has only lines that verify under the log's key.
    func ownLogSeen(_ origin: LogOrigin, size: Int, root: MerkleHash, note: [UInt8], peer: NodeName) async {
        guard watch.ownLogs.updateValue(size, forKey: .init(origin: origin, peer: peer)) == nil else { return }
        logger.critical(
            "a peer holds a checkpoint of this node's log that this node does not know",
            metadata: [
                "event": "own-log-elsewhere", "log": "\(origin.text)", "peer": "\(peer.text)",
                "detail": "size \(size), root \(root.hex)",
            ])
    }
}
