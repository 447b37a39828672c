import Federation
import Testing
import TransparencyLog

extension ServedLog {
    /// A body of `add-checkpoint` as an honest log makes it.
    func request(from old: Int, to size: Int) throws -> [UInt8] {
        let proof = try ConsistencyProof(from: old, to: size, reader: self).hashes
        return try request(old, proof, try note(size))
    }

    func request(_ old: Int, _ proof: [MerkleHash], _ note: [UInt8]) throws -> [UInt8] {
        let parsed = try SignedNote.parse(note).get()
        return try #require(AddCheckpointRequest(oldSize: old, proof: proof, note: parsed)).bytes
    }
}
