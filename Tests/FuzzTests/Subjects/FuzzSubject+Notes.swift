import TransparencyLog

/// What is signed: notes, checkpoints, keys, requests to a witness, proofs in files.
extension FuzzSubject {
    static let notes: [FuzzSubject] = [
        FuzzSubject("note") { bytes in
            guard case .success(let note) = SignedNote.parse(bytes) else { return false }
            try Violation.unless(note.bytes == bytes, "another note")
            try Violation.unless(
                bytes.count <= SignedNote.maximumLength && note.signatures.count <= SignedNote.maximumSignatures,
                "beyond the limits")
            if case .success(let kept) = note.stripped(to: [FuzzLog.key]) {
                try Violation.unless(
                    kept.signatures.count == 1 && kept.text.utf8.elementsEqual(note.text.utf8), "not stripped")
                try Violation.unless(try SignedNote.parse(kept.bytes).get() == kept, "what is kept is not a note")
            }
            if case .success(let verified) = VerifiedCheckpoint.open(
                note: bytes, origin: FuzzLog.origin, keys: [FuzzLog.key])
            {
                // Nobody but the log's key makes a note that verifies, and it signed these two.
                try Violation.unless(
                    FuzzLog.signed.contains { $0.elementsEqual(verified.checkpoint.body.utf8) }, "a forged checkpoint")
            }
            return true
        },
        FuzzSubject(
            "checkpoint",
            canonical: { bytes in
                guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
                return (try? Checkpoint.parse(text).get()).map { Array($0.body.utf8) }
            }),
        FuzzSubject(
            "verifier-key",
            canonical: { bytes in
                guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
                return (try? NoteVerifier(vkey: text)).map { Array($0.vkey.utf8) }
            }),
        FuzzSubject(
            "add-checkpoint",
            canonical: { bytes in
                guard case .success(let request) = AddCheckpointRequest.parse(bytes) else { return nil }
                try Violation.unless(request.proof.count <= AddCheckpointRequest.maximumProof, "beyond the limits")
                return request.bytes
            }),
        FuzzSubject(
            "entry-proof",
            canonical: { bytes in
                guard case .success(let proof) = EntryProof.parse(bytes) else { return nil }
                try Violation.unless(proof.hashes.count <= EntryProof.maximumHashes, "beyond the limits")
                for (index, entry) in FuzzLog.entries.enumerated() {
                    guard case .success = proof.verify(entry: entry, origin: FuzzLog.origin, keys: [FuzzLog.key]) else {
                        continue
                    }
                    try Violation.unless(proof.index == index, "entry \(index) proven at \(proof.index)")
                }
                return proof.bytes
            }),
    ]
}
