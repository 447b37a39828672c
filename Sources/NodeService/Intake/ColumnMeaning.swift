import Compensation

/// What a column of a readings file holds, told from its heading.
enum ColumnMeaning {
    case section
    case time
    /// The day, where the time of day stands in a column of its own.
    case date
    case status
    /// The class that the source published.
    case publishedClass
    case indicator(Indicator)
    /// An indicator in another unit than the one it is recorded in: nothing is converted silently.
    case otherUnit(Indicator)
    /// What this program has written beside the rows of a file that it handed back.
    case issue

    /// `nil` for a heading that names nothing recorded here.
    init?(heading: String, among indicators: [Indicator] = Indicator.all) {
        guard heading.utf8.count <= Self.longestHeading else {
            // Reasons may stand behind the heading of the column that holds them.
            let start = HeadingParts(String(heading.unicodeScalars.prefix(Self.shownScalars))).whole
            guard HeadingAliases.issueColumns.contains(where: start.hasPrefix) else { return nil }
            self = .issue
            return
        }
        let parts = HeadingParts(heading)
        switch parts.name {
        case "": return nil
        case let name where HeadingAliases.section.contains(name): self = .section
        case let name where HeadingAliases.time.contains(name): self = .time
        case let name where HeadingAliases.date.contains(name): self = .date
        case let name where HeadingAliases.status.contains(name): self = .status
        case let name where HeadingAliases.publishedClass.contains(name): self = .publishedClass
        case _ where HeadingAliases.issueColumns.contains(where: parts.whole.hasPrefix): self = .issue
        default:
            guard let indicator = Self.indicator(parts, among: indicators) else { return nil }
            let isOther = parts.units.contains { $0 != indicator.unit.lowercased() }
            self = isOther ? .otherUnit(indicator) : .indicator(indicator)
        }
    }

    /// Bytes; no known heading, unit and remarks included, comes near it, and what is longer is not taken apart.
    private static let longestHeading = 512
    private static let shownScalars = 64

    private static func indicator(_ parts: HeadingParts, among indicators: [Indicator]) -> Indicator? {
        func first(_ name: String) -> Indicator? {
            known.first { $0.names.contains(name) && indicators.contains($0.indicator) }?.indicator
        }
        return first(parts.whole) ?? first(parts.name)
    }

    /// What each indicator may be called.
    private static let known = Indicator.all.map { indicator in
        (
            indicator: indicator,
            names: [indicator.code, indicator.symbol, indicator.name.zh, indicator.name.en]
                .map { HeadingParts($0).whole } + (HeadingAliases.indicators[indicator.code] ?? [])
        )
    }

    /// The known name that an unknown heading was probably meant to be: one letter away, in a word long enough that it
    /// is hardly another one; two letters in a long word.
    static func nearest(to heading: String) -> String? {
        guard heading.utf8.count <= longestHeading else { return nil }
        let name = HeadingParts(heading).name
        guard !HeadingAliases.others.contains(name) else { return nil }
        let isLatin = name.utf8.allSatisfy { $0 < 0x80 }
        let length = name.unicodeScalars.count
        guard (isLatin ? 5 : 2)...40 ~= length else { return nil }
        let most = isLatin && length >= 8 ? 2 : 1
        return names.first { known in
            guard length > 2 || (known.unicodeScalars.count == 2 && known.first == name.first) else { return false }
            return abs(known.unicodeScalars.count - length) <= most && EditDistance.between(known, name) <= most
        }
    }

    private static let names =
        HeadingAliases.section + HeadingAliases.time + HeadingAliases.status + Indicator.all.map(\.name.zh)
        + Indicator.all.map(\.name.en).map(HeadingParts.plain)

    static let timeForms = "2021-04-01 08:00"
}
