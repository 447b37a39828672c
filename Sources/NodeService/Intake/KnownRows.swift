import Compensation
import Federation

/// What has been seen while reading a file, so that its length costs no more than in proportion.
struct KnownRows {
    var rows: [ReadingPlace: IntakeRow] = [:]
    /// Said twice, and differently.
    var disputed: Set<ReadingPlace> = []
    /// By the bytes of the name: texts that merely look alike are different names.
    var sections: [[UInt8]: [SectionEntry]] = [:]
}
