public import Compensation
public import Federation

/// One section: what it is, and a month of its readings.
public struct SectionContent: PageContent {
    private let report: SectionReport
    private let readings: SectionReadings?
    private let period: Period?
    private let months: [Period]
    /// Whether the address names the period.
    private let isDated: Bool
    /// Those of the report that are public.
    private let agreements: [AgreementTerms]

    /// - Parameters:
    ///   - readings: those of `period`; `nil`: there are none at all.
    ///   - months: all that have readings, in order.
    ///   - channels: whose agreements are named.
    public init(
        _ report: SectionReport, _ readings: SectionReadings?, of period: Period?, months: [Period], isDated: Bool,
        channels: [ChannelName]
    ) {
        agreements = report.agreements.filter { channels.contains($0.entry.channel) }
        self.report = report
        self.readings = readings
        self.period = period
        self.months = months
        self.isDated = isDated
    }

    public var title: Bilingual {
        let month = period.map { " \($0.text)" } ?? ""
        let name = report.section.name
        return Bilingual(zh: "\(name.zh)断面\(month)", en: "\(name.en)\(month)")
    }

    public var path: [String] {
        ["sections", report.section.section.text] + (isDated ? [period?.text].compactMap(\.self) : [])
    }

    public func markup(_ language: Language) -> Markup {
        .joined([
            facts(language),
            .element(.h2) { Bilingual(zh: "监测数据", en: "Readings")(language) },
            neighbours(language),
            readings.map { data($0, language) }
                ?? .element(.p) { DataTable.nothing(language) },
            archive(language),
        ])
    }

    private func data(_ readings: SectionReadings, _ language: Language) -> Markup {
        let name = report.section.section.text
        let period = period?.text ?? ""
        let charts = readings.charts(language)
        return .joined([
            charts,
            readings.contradictions(language),
            readings.table(
                Bilingual(zh: "\(period) 监测数据", en: "Readings of \(period)"), language,
                download: Download(path: ["download", "readings", name, period]),
                bytes: min(58_000, Self.bytesOfReadings - charts.html.utf8.count)),
        ])
    }

    /// Of charts and rows together; the head of the page and all else on it have the rest.
    private static let bytesOfReadings = 78_000

    private func facts(_ language: Language) -> Markup {
        let section = report.section
        var facts = FactSheet()
        facts.add("河流", "River", section.river + Punctuation.aside(section.basin, language))
        facts.add("上游 → 下游", "Upstream → downstream", flow(language))
        facts.add("水体类型", "Body of water", section.bodyType.name(language))
        if let newest = readings?.rows.last(where: { $0.content.status == .normal }) {
            facts.add("本期最新类别", "Newest class shown", ClassBadge.markup(newest.computed, language))
        }
        facts.add(
            "现行目标", "Target now",
            report.target?.symbol ?? Bilingual(zh: "未登记", en: "none registered")(language))
        if let suspension = report.suspension { facts.add("现已暂停考核", "Suspended now", suspension.reason) }
        let agreements = agreements.map { terms in
            Markup.link(
                PageAddress(language, ["agreements", terms.entry.agreement.text]), terms.scheme.title(language))
        }
        facts.add(
            "所涉协议", "Agreements",
            agreements.isEmpty ? "–" : .joined(agreements, by: Markup(Bilingual(zh: "；", en: "; ")(language))))
        facts.add("断面标识", "Identifier", section.section.text)
        return facts.markup(language)
    }

    private func flow(_ language: Language) -> String {
        func name(_ party: PartyCode) -> String { report.docket.roster.member(party)?.name(language) ?? party.text }
        let arrow = report.section.flow == .twoWay ? "↔" : "→"
        return "\(name(report.section.upstream)) \(arrow) \(name(report.section.downstream))"
    }

    private func neighbours(_ language: Language) -> Markup {
        guard let period else { return .none }
        let before = months.last { $0.end <= period.start }
        let after = months.first { $0.start >= period.end }
        guard before != nil || after != nil else { return .none }
        return .element(.p, .class("turn")) {
            before.map { link($0, "← \($0.text)", language) } ?? .none
            " "
            after.map { link($0, "\($0.text) →", language) } ?? .none
        }
    }

    /// The months of the year that is shown, and the last one of every other year, from where the others of it are
    /// reached: all of them would make the page heavier by a kilobyte a year.
    private func archive(_ language: Language) -> Markup {
        guard months.count > 1, let year = period?.text.prefix(4) else { return .none }
        var others: [Period] = []
        for month in months.reversed()
        where month.text.prefix(4) != year && others.last?.text.prefix(4) != month.text.prefix(4) {
            others.append(month)
        }
        let own = months.filter { $0.text.prefix(4) == year }.map { link($0, String($0.text.suffix(2)), language) }
        let years = others.map { link($0, String($0.text.prefix(4)), language) }
        return .joined([
            .element(.h2) { Bilingual(zh: "其他月份", en: "Other months")(language) },
            .element(.dl) {
                Markup.element(.dt) { year }
                Markup.element(.dd) { Markup.joined(own, by: " ") }
                if !years.isEmpty {
                    Markup.element(.dt) { Bilingual(zh: "其他年份", en: "Other years")(language) }
                    Markup.element(.dd) { Markup.joined(years, by: " ") }
                }
            },
        ])
    }

    private func link(_ month: Period, _ text: String, _ language: Language) -> Markup {
        .element(
            .a,
            [
                .href(PageAddress(language, ["sections", report.section.section.text, month.text])),
                .named(.ariaLabel, month.text),
            ], Markup(text))
    }
}
