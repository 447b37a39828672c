import Compensation
import TransparencyLog

/// What of the record a unified accounting draws on: which members have a say about which section, and which of their
/// entries concern it. Nobody else's entries move it or hold it up.
///
/// A say have the centre, the member whose code begins the section's identifier, and the two sides that the section
/// is registered with by one of these. What a third member registers gives nobody a say.
struct MainstemScope {
    let docket: Docket
    let scheme: Scheme
    let year: Period
    /// How much of the members' `common` logs counts; sorted.
    let cut: [CutLog]
    /// The place of the accounting in the centre's own log, whose words before it count beside the cut; `nil` for one
    /// that is still to be said.
    let place: EntryReference?

    /// Sorted, each once.
    var sections: [SectionID] {
        let ids = scheme.sections.map(\.id).sorted()
        return ids.enumerated().filter { $0.offset == 0 || ids[$0.offset - 1] != $0.element }.map(\.element)
    }

    /// Who has a say about a section, in order of precedence: the centre, the member whose code begins its
    /// identifier, upstream, downstream; each once.
    func speakers(of section: SectionID) -> [Member] {
        let owner = section.text.split(separator: "-", maxSplits: 1).first.flatMap { PartyCode(String($0)) }
        let registered = docket.sections.declaration(of: section, where: isKnown)?.body
        let codes = [owner, registered?.upstream, registered?.downstream].compactMap { $0 }
        let members = [docket.roster.centre].compactMap { $0 } + codes.compactMap { docket.roster.member($0) }
        return members.enumerated().filter { position, member in
            !members[..<position].contains { $0.node == member.node }
        }.map(\.element)
    }

    /// Whether the owner of a log has a say about any of the sections.
    func concerns(_ log: LogOrigin) -> Bool {
        sections.contains { speakers(of: $0).contains { $0.node == log.node } }
    }

    /// The entries in `common` logs that the accounting has to take in, whether or not they lie in the cut, sorted:
    /// registrations, readings, corrections and the endorsements of these.
    var places: [EntryReference] {
        var places: [EntryReference] = []
        for section in sections {
            let speakers = speakers(of: section)
            places += docket.sections.declarations(of: section).map(\.reference)
            places += docket.readings.spans(of: section).map(\.span).filter { span in
                touches(span) && speakers.contains { $0.node == span.reference.log.node }
            }.map(\.reference)
            for correction in corrections(of: section, by: speakers) {
                places += [correction.record.reference] + endorsements(of: correction, by: speakers)
            }
        }
        return places.filter { $0.log.channel == .common }.sorted()
    }

    /// The logs with such entries; sorted, each once.
    var logs: [LogOrigin] {
        var logs: [LogOrigin] = []
        for place in places where logs.last != place.log { logs.append(place.log) }
        return logs
    }

    /// Corrections of the sections inside the cut that nobody but their author stands by there; sorted. A correction
    /// counts once a second member with a say stands by it: what is said later changes no account that was signed.
    var correctionsNotApplied: [EntryReference] {
        sections.flatMap { section -> [EntryReference] in
            let speakers = speakers(of: section)
            return corrections(of: section, by: speakers).filter { correction in
                includes(correction.record.reference)
                    && !endorsements(of: correction, by: speakers).contains(where: includes)
            }.map(\.record.reference)
        }.sorted()
    }

    func includes(_ place: EntryReference) -> Bool { cut.contains { $0.includes(place) } }

    /// Whether readings may lie in the time that the scheme looks at.
    func touches(_ span: ReadingsSpan) -> Bool {
        scheme.looksBeyondPeriod
            || span.times.map { $0.lowerBound < year.end && year.start <= $0.upperBound } ?? false
    }

    private func isKnown(_ place: EntryReference) -> Bool {
        guard let centre = docket.roster.centre, place.log.node == centre.node, place.log.channel == .central else {
            return includes(place)
        }
        return self.place.map { place < $0 } ?? true
    }

    private func corrections(of section: SectionID, by speakers: [Member]) -> [CorrectionRecord] {
        docket.readings.correctionRecords(of: section).filter { correction in
            speakers.contains { $0.node == correction.record.reference.log.node }
                && (scheme.looksBeyondPeriod || correction.record.body.rows.contains { year.contains($0.old.time) })
        }
    }

    private func endorsements(of correction: CorrectionRecord, by speakers: [Member]) -> [EntryReference] {
        correction.endorsements.filter { place in speakers.contains { $0.node == place.log.node } }
    }
}
