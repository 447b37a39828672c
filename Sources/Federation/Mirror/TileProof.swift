import TransparencyLog

/// A consistency proof computed from an origin's tiles. The tiles are not trusted: the finished proof
/// is verified against both roots, so a wrong tile can only make it fail.
enum TileProof {
    /// The tiles that the proof between two sizes reads, each once, in order of first use.
    static func resources(from: Int, to: Int) -> [LogResource] {
        guard from > 0, from < to else { return [] }
        let recorder = TileRecorder(size: to)
        // The recorder answers every question, so the only outcome of interest is what was asked.
        _ = try? ConsistencyProof(from: from, to: to, reader: recorder)
        return recorder.resources
    }

    /// Whether the tiles in `bodies` (answers to `resources`) prove that `new` continues `old`.
    static func proves(
        _ old: Checkpoint, continuesTo new: Checkpoint, resources: [LogResource], bodies: [[UInt8]?]
    ) -> Bool {
        guard old.size > 0 else { return true }
        guard let tiles = TileSet(size: new.size, resources: resources, bodies: bodies),
            let proof = try? ConsistencyProof(
                from: old.size, to: new.size, reader: tiles)
        else { return false }
        return proof.verify(oldRoot: old.root, newRoot: new.root) == nil
    }
}
