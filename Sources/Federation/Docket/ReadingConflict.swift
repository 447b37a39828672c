public import Compensation

/// Two records of one reading that cannot both be true, with nothing in the logs to decide between them.
public struct ReadingConflict: Sendable {
    public let section: SectionID
    public let time: CivilTime
    public let first: EntryReference
    public let second: EntryReference
}
