import Federation

/// An entry as it will stand in its log.
struct EncodedEntry {
    let signed: SignedEntry
    let bytes: [UInt8]

    /// - Throws: `EntryProblem` when the bytes could not be read back.
    init(_ signed: SignedEntry) throws(EntryProblem) {
        self.signed = signed
        bytes = try signed.encoded()
    }
}
