import TransparencyLog

/// A checkpoint as it came and what verifying its signatures came to. Only `MirrorProspect` makes one, by verifying.
public struct OpenedNote: Sendable {
    let note: [UInt8]
    let verdict: Result<VerifiedCheckpoint, NoteFinding>
    /// The keys of the verdict: under others it says nothing.
    private let keys: NoteKeys

    init(_ note: [UInt8], of origin: LogOrigin, under keys: NoteKeys) {
        self.note = note
        self.keys = keys
        verdict = VerifiedCheckpoint.open(note: note, origin: origin.text, keys: keys)
    }

    /// The verdict under `keys`, found out once more where other keys have come into force in the meantime.
    func verdict(of origin: LogOrigin, under keys: NoteKeys) -> Result<VerifiedCheckpoint, NoteFinding> {
        keys == self.keys ? verdict : VerifiedCheckpoint.open(note: note, origin: origin.text, keys: keys)
    }
}
