import Compensation

/// Where and when a reading was taken: what identifies it within one source.
struct ReadingPlace: Hashable {
    let section: SectionID
    let time: CivilTime
}
