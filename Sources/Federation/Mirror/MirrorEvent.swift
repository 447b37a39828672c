public import TransparencyLog

/// What can happen to a mirror.
public enum MirrorEvent: Sendable {
    /// The origin answered with a checkpoint; bytes as received.
    case checkpoint([UInt8])
    /// The same, already verified: what `prospect` of that note was opened to.
    case opened(OpenedNote)
    /// The resources last asked for, in the order asked; `nil` for one that was not there.
    case fetched([[UInt8]?])
    /// The same, already hashed: what `prospect` made of the answers.
    case hashed(HashedChunk)
    /// Only the first of the resources last asked for, at least one entry bundle: they are as much as should be held at
    /// a time, and the chunk ends with them.
    case fetchedPart([[UInt8]?])
    /// The batch last handed out is durable.
    case committed
    /// The origin's key has signed another history elsewhere; a note that only its key can have signed.
    case contradicted(Contradiction)

    /// The note that what was signed elsewhere contradicts, which this mirror need never have been shown.
    public var held: VerifiedCheckpoint? {
        if case .contradicted(let contradiction) = self { contradiction.held } else { nil }
    }
}
