public import Compensation
import TransparencyLog

/// Whether the text of an agreement keeps what its scheme and the parent scheme demand. Looks at nothing but the
/// texts, so it is the same at drafting, at signing and for what another party has forced into a log.
public enum AgreementSoundness {
    /// Everything against the text; empty where it may be signed.
    public static func problems(_ entry: AgreementEntry, scheme: Scheme, parent: Scheme?) -> [AgreementProblem] {
        guard entry.validFrom.start < entry.validTo.end else {
            return [
                AgreementProblem(
                    .validityReversed, zh: "有效期的终止早于起始。", en: "The validity ends before it begins.")
            ]
        }
        return parameters(entry, scheme) + minimum(entry, scheme, parent) + duration(entry, scheme, parent)
            + authority(entry, scheme)
    }

    private static func parameters(_ entry: AgreementEntry, _ scheme: Scheme) -> [AgreementProblem] {
        if let obstacle = scheme.obstacle(toSupplying: entry.supplied) {
            return [AgreementProblem(.parameterRefused, zh: obstacle.message.zh, en: obstacle.message.en)]
        }
        return scheme.unmetRequirements(entry.supplied).map { below($0, of: scheme) }
    }

    private static func minimum(
        _ entry: AgreementEntry, _ scheme: Scheme, _ parent: Scheme?
    ) -> [AgreementProblem] {
        guard let digest = entry.parentSchemeDigest else { return [] }
        guard let parent else {
            return [
                AgreementProblem(
                    .parentMissing, zh: "上位方案 \(digest.hex) 不在日志中或无法读取。",
                    en: "The parent scheme \(digest.hex) is in no log here or cannot be read.")
            ]
        }
        return parent.unmetMinimums(by: scheme, entry.supplied).map { below($0, of: parent) }
    }

    private static func below(_ requirement: UnmetRequirement, of scheme: Scheme) -> AgreementProblem {
        let (zh, en) = (requirement.text.zh, requirement.text.en)
        if let name = requirement.missing {
            return AgreementProblem(
                .minimumOpen, zh: "\(scheme.title.zh)要求“\(zh)”，而协议未定“\(name)”。",
                en: "\(scheme.title.en) requires: \(en); the agreement fixes no “\(name)”.")
        }
        return AgreementProblem(
            .belowMinimum, zh: "不符合\(scheme.title.zh)的要求“\(zh)”。",
            en: "Not what \(scheme.title.en) requires: \(en).")
    }

    /// The longest of what the parent, the scheme itself and the agreement's own duties demand.
    private static func duration(
        _ entry: AgreementEntry, _ scheme: Scheme, _ parent: Scheme?
    ) -> [AgreementProblem] {
        let years = [parent?.validity.leastYears, scheme.validity.leastYears, entry.duties.leastYears]
            .compactMap { $0 }.max()
        guard let years, let end = entry.validFrom.start.later(years: years), entry.validTo.end < end else {
            return []
        }
        return [
            AgreementProblem(
                .tooShort, zh: "有效期 \(entry.validFrom.text) 至 \(entry.validTo.text) 不足 \(years) 年。",
                en: "The validity \(entry.validFrom.text) to \(entry.validTo.text) is shorter than \(years) years.")
        ]
    }

    private static func authority(_ entry: AgreementEntry, _ scheme: Scheme) -> [AgreementProblem] {
        entry.authority.filter { line in !scheme.sections.contains { $0.id == line.section } }.map { line in
            AgreementProblem(
                .unknownSection, zh: "方案中没有断面 \(line.section.text)，不能约定其数据来源。",
                en: "The scheme has no section \(line.section.text) to name a source for.")
        }
    }
}

extension CivilTime {
    /// The same day and minute so many years later, 28 February for 29 February; `nil` beyond the calendar.
    fileprivate func later(years: Int) -> CivilTime? {
        let parts = text.utf8.split { !(48...57).contains($0) }.map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
        let (year, month, day) = (parts[0] + years, parts[1], parts[2])
        return CivilTime(year: year, month: month, day: day, hour: parts[3], minute: parts[4])
            ?? CivilTime(year: year, month: month, day: day - 1, hour: parts[3], minute: parts[4])
    }
}
