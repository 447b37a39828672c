import Compensation
import TransparencyLog

/// The readings that a unified accounting is computed from: for each section and calendar year those of one member
/// and source, the first in a fixed order that has any.
///
/// What the centre has published goes first, then what others recorded of the national monitoring network
/// (国家地表水监测网, sources named `cnemc…`), then everything else; of equals the order of `MainstemScope.speakers`,
/// then that of the names. 财资环〔2025〕50号 rests on 国家地表水考核断面; the order is ours.
struct MainstemReadings {
    private(set) var readings: [Reading] = []
    /// What was recorded of the sections and does not count; sorted.
    private(set) var leftOut: [LeftOutReadings] = []

    private struct Candidate {
        let member: Member
        let rank: Int
        let source: String

        private var isNational: Bool { source.utf8.starts(with: "cnemc".utf8) }
        private var order: [Int] { [member.role == .centre ? 0 : 1, isNational ? 0 : 1, rank] }

        static func precedes(_ a: Candidate, _ b: Candidate) -> Bool {
            a.order == b.order ? a.source.precedesInBytes(b.source) : a.order.lexicographicallyPrecedes(b.order)
        }
    }

    /// Throws the first contradiction of a member with itself in what binds.
    init(_ scope: MainstemScope, correctionsNotApplied: [EntryReference]) throws(BasinAccountObstacle) {
        for section in scope.sections { try add(section, scope, correctionsNotApplied) }
        var grouped: [LeftOutReadings] = []
        for one in leftOut.sorted() {
            if let last = grouped.last, last.isAlike(one) {
                grouped[grouped.count - 1].entries += one.entries
            } else {
                grouped.append(one)
            }
        }
        leftOut = grouped
    }

    private mutating func add(
        _ section: SectionID, _ scope: MainstemScope, _ notApplied: [EntryReference]
    ) throws(BasinAccountObstacle) {
        let speakers = scope.speakers(of: section)
        let spans = scope.docket.readings.spans(of: section).filter { scope.touches($0.span) }
        var candidates: [Candidate] = []
        for (source, span) in spans where scope.includes(span.reference) {
            guard let rank = speakers.firstIndex(where: { $0.node == span.reference.log.node }),
                !candidates.contains(where: { $0.rank == rank && $0.source.sameBytes(as: source) })
            else { continue }
            candidates.append(Candidate(member: speakers[rank], rank: rank, source: source))
        }
        let cut = scope.cut.filter { line in speakers.contains { $0.node == line.log.node } }
        var taken: [(year: Period, by: Candidate)] = []
        var counted: [ReadingVersion] = []
        for candidate in candidates.sorted(by: Candidate.precedes) {
            let found = scope.docket.readings.readings(
                of: section, in: scope.scheme.looksBeyondPeriod ? nil : scope.year,
                view: RecordView(cut: cut, correctionsNotApplied: notApplied, recordedBy: candidate.member.node),
                authority: [SourceAuthority(section: section, source: candidate.source, needsEndorsement: false)])
            func isOpen(_ time: CivilTime) -> Bool { !taken.contains { $0.year.contains(time) } }
            if let conflict = found.conflicts.first(where: { isOpen($0.time) }) { throw .conflict(conflict) }
            let versions = found.versions.filter { isOpen($0.content.time) }
            counted += versions
            for version in versions where isOpen(version.content.time) {
                if let year = PeriodKind.year.period(containing: version.content.time) {
                    taken.append((year, candidate))
                }
            }
        }
        // In order of time, whoever recorded them: where a reading was found is not in the digest.
        readings += counted.sorted { $0.content.time < $1.content.time }.compactMap { $0.content.reading(of: section) }
        for (source, span) in spans {
            let log = span.reference.log
            guard let rank = speakers.firstIndex(where: { $0.node == log.node }) else {
                leaveOut(section, log, .notEntitled)
                continue
            }
            guard scope.includes(span.reference) else {
                leaveOut(section, log, .outsideCut)
                continue
            }
            let counts = taken.contains { year, candidate in
                candidate.rank == rank && candidate.source.sameBytes(as: source)
                    && span.times.map { $0.lowerBound < year.end && year.start <= $0.upperBound } ?? false
            }
            if !counts { leaveOut(section, log, .notBinding) }
        }
    }

    private mutating func leaveOut(_ section: SectionID, _ log: LogOrigin, _ reason: LeftOutReadings.Reason) {
        leftOut.append(LeftOutReadings(section: section, log: log, reason: reason, entries: 1))
    }
}
