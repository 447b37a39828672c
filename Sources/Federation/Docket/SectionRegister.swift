public import Compensation

/// The sections that members have registered, and the names they go by.
public struct SectionRegister: Sendable {
    public private(set) var records: [EntryRecord<SectionEntry>] = []

    mutating func fold(_ record: EntryRecord<SectionEntry>) { records.place(record) }

    /// One entry per section id, sorted by id. Within a log the latest entry counts; where several nodes
    /// register one id, the first log in canonical order, so that every node lists the same.
    public var sections: [SectionEntry] {
        var chosen: [EntryRecord<SectionEntry>] = []
        for record in records {
            if let position = chosen.firstIndex(where: { $0.body.section == record.body.section }) {
                if chosen[position].reference.log == record.reference.log { chosen[position] = record }
            } else {
                chosen.append(record)
            }
        }
        return chosen.map(\.body).sorted { $0.section < $1.section }
    }

    public func section(_ id: SectionID) -> SectionEntry? { sections.first { $0.section == id } }

    /// The sections called `name`: by id, name or alias. A bracketed newer name counts as a name of its own,
    /// so `街口(鸠坑口)` is found as `街口`, as `鸠坑口` and as written.
    public func sections(named name: String) -> [SectionEntry] {
        let wanted = Self.spellings(of: name)
        return sections.filter { entry in
            let known = ([entry.section.text, entry.name(.zh), entry.name(.en)] + entry.aliases)
                .flatMap(Self.spellings)
            return wanted.contains { spelling in known.contains { $0.sameBytes(as: spelling) } }
        }
    }

    /// What a name with another in brackets may also be written as: `街口(鸠坑口)`, `街口`, `鸠坑口`.
    public static func spellings(of name: String) -> [String] {
        let plain = name.map { $0 == "（" ? "(" : $0 == "）" ? ")" : $0 }
        guard let open = plain.firstIndex(of: "("), plain.last == ")", open > 0 else { return [String(plain)] }
        return [String(plain), String(plain[..<open]), String(plain[(open + 1)...].dropLast())].filter { !$0.isEmpty }
    }
}
