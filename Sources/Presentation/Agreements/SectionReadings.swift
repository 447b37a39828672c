public import Compensation
public import Federation

/// What `sections readings` shows: what was recorded of a section from every source, with the class that the source
/// published and the class that the values give side by side.
public struct SectionReadings: Report {
    struct Row: Sendable {
        let version: ReadingVersion
        let computed: WaterClass?
        let target: WaterClass?
        let isSuspended: Bool
        /// Whether the source binds in every agreement in force on the section.
        let counts: Bool

        var content: ReadingContent { version.content }
        /// The values do not give the class that was published with them.
        var isMismatch: Bool { content.publishedClass.map { $0 != computed } ?? false }
    }

    let section: SectionEntry
    /// In order of time, then source.
    let rows: [Row]
    let conflicts: [ReadingConflict]

    /// - Parameter channels: whose entries count; `nil`: all that are held.
    public init(_ section: SectionEntry, period: Period?, docket: Docket, channels: [ChannelName]? = nil) {
        self.section = section
        let found = docket.readings.readings(
            of: section.section, in: period, view: RecordView(of: docket, in: channels))
        let authorities = docket.agreements.terms.filter { terms in
            terms.inForce && channels?.contains(terms.entry.channel) ?? true
        }.map { $0.authority(at: section.section) }
        rows = found.versions.map { version in
            Row(
                version: version,
                computed: PublishedClass.computed(version.content.values, bodyType: section.bodyType),
                target: section.target(at: version.content.time),
                isSuspended: section.suspension(at: version.content.time) != nil,
                counts: authorities.allSatisfy { lines in
                    lines.isEmpty || lines.contains { Array($0.source.utf8) == Array(version.source.utf8) }
                })
        }
        conflicts = found.conflicts
    }

    public var mismatches: Int { rows.count(where: \.isMismatch) }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("section", .string(section.section.text)), ("mismatches", .integer(Int64(mismatches))),
            (
                "readings",
                .array(
                    rows.map { row in
                        .members([
                            ("time", .string(row.content.time.text)), ("source", .string(row.version.source)),
                            ("status", .string(row.content.status.rawValue)),
                            (
                                "values",
                                .members(row.content.values.map { ($0.indicator.code, .string($0.value.text)) })
                            ),
                            ("published_class", row.content.publishedClass.map { .string($0.symbol) }),
                            ("computed_class", row.computed.map { .string($0.symbol) }),
                            ("class_mismatch", .bool(row.isMismatch)),
                            ("target", row.target.map { .string($0.symbol) }),
                            ("suspended", .bool(row.isSuspended)), ("counts", .bool(row.counts)),
                            ("places", .array(row.version.history.map { .string($0.text) })),
                        ])
                    })
            ),
            (
                "conflicts",
                .array(
                    conflicts.map { conflict in
                        .members([
                            ("time", .string(conflict.time.text)), ("first", .string(conflict.first.text)),
                            ("second", .string(conflict.second.text)),
                        ])
                    })
            ),
        ])
    }

    public var rowsMember: String? { "readings" }

    public func text(_ language: Language) -> String {
        guard !rows.isEmpty || !conflicts.isEmpty else {
            return Bilingual(zh: "没有监测数据。", en: "No readings.")(language) + "\n"
        }
        let titles = [
            Bilingual(zh: "时间", en: "time"), Bilingual(zh: "来源", en: "source"), Bilingual(zh: "状态", en: "status"),
            Bilingual(zh: "数值", en: "values"), Bilingual(zh: "公布类别", en: "published"),
            Bilingual(zh: "计算类别", en: "computed"), Bilingual(zh: "目标", en: "target"), Bilingual(zh: "备注", en: "notes"),
        ].map { $0(language) }
        let table = TextTable.rendered(titles, rightAligned: [], rows: rows.map { cells($0, language) })
        let lines = conflicts.map { Self.words($0)(language) }
        return ([table] + lines).joined(separator: "\n") + "\n"
    }

    static func words(_ conflict: ReadingConflict) -> Bilingual {
        let (time, first, second) = (conflict.time.text, conflict.first.text, conflict.second.text)
        return Bilingual(
            zh: "\(time) 的记录互相矛盾：\(first)，\(second)",
            en: "records of \(time) contradict each other: \(first), \(second)")
    }

    private func cells(_ row: Row, _ language: Language) -> [String] {
        var notes: [Bilingual] = []
        if row.isMismatch { notes.append(Bilingual(zh: "类别不符", en: "classes differ")) }
        if row.isSuspended { notes.append(Bilingual(zh: "断面暂停考核", en: "section suspended")) }
        if !row.counts { notes.append(Bilingual(zh: "不作依据", en: "does not count")) }
        let values = row.content.values.map { "\($0.indicator.symbol) \($0.value.text)" }.joined(separator: " ")
        return [
            row.content.time.text, row.version.source, row.content.status.name(language), values,
            row.content.publishedClass?.symbol ?? "-", row.computed?.symbol ?? "-", row.target?.symbol ?? "-",
            notes.map { $0(language) }.joined(separator: "; "),
        ]
    }
}
