import Compensation
import Federation
import TransparencyLog

/// What somebody has to do about agreements: sign, file, renew, agree to an end, endorse joint readings.
struct AgreementConditions {
    let docket: Docket
    let member: Member
    let now: Timestamp

    /// Where the agreement names no days, renewal is reminded of so many days before the end.
    private static let renewalDays = 90

    var conditions: [Condition] {
        let all = docket.agreements.terms
        if member.role == .centre {
            return all.filter { $0.inForce && $0.replaced == nil && $0.filing != nil && $0.filed == nil }
                .map { Condition(.filingWaits, subject: $0.entry.agreement.text, detail: Self.short($0)) }
        }
        let mine = all.filter { $0.entry.parties.contains(member.code) }
        return mine.flatMap { terms in
            [signature(terms, mine), refusal(terms), filing(terms), renewal(terms, mine), end(terms)]
                .compactMap { $0 }
        } + joint(mine)
    }

    private static func short(_ terms: AgreementTerms) -> String { String(terms.digest.hex.prefix(16)) }

    private func signature(_ terms: AgreementTerms, _ all: [AgreementTerms]) -> Condition? {
        guard terms.problems.isEmpty, !terms.signedBy.contains(member.code) else { return nil }
        let right = docket.draftingRight(terms.entry.parties, terms.scheme)
        guard terms.draftedBy.contains(where: right.includes) else { return nil }
        let standing = all.first {
            $0.entry.agreement == terms.entry.agreement && $0.inForce && $0.replaced == nil
        }
        // What cannot come into force any more waits for nobody.
        if let standing, !terms.entry.replaces.contains(standing.digest) { return nil }
        let name = terms.entry.agreement.text
        return Condition(
            .signatureWaits, subject: name, detail: "tongzhou agreements sign \(name) --digest \(Self.short(terms))")
    }

    private func refusal(_ terms: AgreementTerms) -> Condition? {
        guard let problem = terms.problems.first, !terms.signedBy.isEmpty else { return nil }
        return Condition(
            .agreementRefused, subject: terms.entry.agreement.text,
            detail: "\(problem.code.rawValue), \(Self.short(terms))")
    }

    private func filing(_ terms: AgreementTerms) -> Condition? {
        guard terms.inForce, terms.replaced == nil, terms.filing == nil, let days = terms.entry.duties.filingDays,
            let signed = terms.signedAt
        else { return nil }
        let last = Timestamp(secondsSinceEpoch: signed.secondsSinceEpoch + Int64(days) * Self.day)
        return Condition(
            last < now ? .filingOverdue : .filingDue, subject: terms.entry.agreement.text, detail: Self.date(last))
    }

    private func renewal(_ terms: AgreementTerms, _ all: [AgreementTerms]) -> Condition? {
        guard terms.inForce, terms.replaced == nil, terms.agreedEnd == nil, let time = now.civilTime,
            !all.contains(where: { Self.follows($0, terms) })
        else { return nil }
        let end = terms.entry.validTo.end
        let span = Int64(terms.entry.duties.renewalDays ?? Self.renewalDays) * Self.day / 60
        let left = end.minutesSinceEpoch - time.minutesSinceEpoch
        guard left <= span, left > -span else { return nil }
        let name = terms.entry.agreement.text
        return Condition(left > 0 ? .renewalDue : .agreementLapsed, subject: name, detail: terms.entry.validTo.text)
    }

    /// Whether another agreement of the same parties about one of the sections goes on for longer.
    private static func follows(_ next: AgreementTerms, _ terms: AgreementTerms) -> Bool {
        next.inForce && next.entry.parties == terms.entry.parties && terms.entry.validTo.end < next.entry.validTo.end
            && next.scheme.sections.contains { section in terms.scheme.sections.contains { $0.id == section.id } }
    }

    private func end(_ terms: AgreementTerms) -> Condition? {
        guard terms.inForce, let offer = terms.offeredEnd(to: member.code) else { return nil }
        return Condition(
            .endWaits, subject: terms.entry.agreement.text,
            detail: "\(offer.record.body.lastPeriod.text): \(offer.record.body.reason)")
    }

    /// One for each section and source, so that a year of monthly entries is one line.
    private func joint(_ mine: [AgreementTerms]) -> [Condition] {
        var conditions: [Condition] = []
        for terms in mine where terms.inForce {
            for line in terms.entry.authority where line.needsEndorsement {
                let waiting = docket.readings.waiting(at: line, in: terms, for: member.code)
                guard let first = waiting.first else { continue }
                let detail = "\(waiting.count): \(first.reference.text)"
                conditions.append(
                    Condition(.jointReadingsWait, subject: "\(line.section.text) \(line.source)", detail: detail))
            }
        }
        return conditions
    }

    private static let day: Int64 = 86_400

    private static func date(_ moment: Timestamp) -> String { String(moment.text.prefix(10)) }
}
