public import Compensation

/// Readings of a section of a mainstem that a unified accounting does not use. Nobody is accused by it.
public struct LeftOutReadings: Hashable, Comparable, Sendable {
    /// Why. The raw value is the word in JSON.
    public enum Reason: String, CaseIterable, Sendable {
        /// Recorded by a member that has no say about the section.
        case notEntitled = "not-entitled"
        /// In a log that the cut does not have, or not that far.
        case outsideCut = "outside-cut"
        /// What another member or source recorded of the section goes before it.
        case notBinding = "not-binding"
    }

    public let section: SectionID
    public let log: LogOrigin
    public let reason: Reason
    /// How many entries.
    public internal(set) var entries: Int

    /// Whether just the number of entries may differ.
    func isAlike(_ other: LeftOutReadings) -> Bool {
        section == other.section && log == other.log && reason == other.reason
    }

    public static func < (a: LeftOutReadings, b: LeftOutReadings) -> Bool {
        guard a.section == b.section else { return a.section < b.section }
        return a.log == b.log ? a.reason.rawValue.precedesInBytes(b.reason.rawValue) : a.log < b.log
    }
}
