public import Compensation

/// The sections that members have registered, and the names they go by.
public struct SectionRegister: Sendable {
    public private(set) var records: [EntryRecord<SectionEntry>] = []
    private var ranks: [EntryReference: Int] = [:]  // lookup only: whose word goes before, by the place of the entry

    /// Sorted, each once.
    private var ids: [SectionID] = []
    private var recordsOf = Pigeonholes<SectionID, EntryRecord<SectionEntry>>()

    /// Only who is up- or downstream of a section registers it, or the centre; and only where all members read it: a
    /// registration in the channel of two would give nodes different rivers.
    mutating func fold(_ record: EntryRecord<SectionEntry>, by author: Member) {
        let entry = record.body
        let channel = record.reference.log.channel.text
        guard ["common", "central"].contains(where: channel.sameBytes(as:)) else { return }
        guard author.role == .centre || [entry.upstream, entry.downstream].contains(author.code) else { return }
        ranks[record.reference] = Self.rank(entry, author)
        records.place(record)
        recordsOf.place(record, under: entry.section)
        let position = ids.firstPosition { !($0 < entry.section) }
        if position == ids.count || ids[position] != entry.section { ids.insert(entry.section, at: position) }
    }

    /// The centre's word goes first, then that of the member whose code begins the identifier.
    private static func rank(_ entry: SectionEntry, _ author: Member) -> Int {
        if author.role == .centre { return 0 }
        return entry.section.text.utf8.starts(with: "\(author.code.text)-".utf8) ? 1 : 2
    }

    /// One record per section id, sorted by id. Where several members register one id, the first in rank counts,
    /// of one rank the first log in canonical order, so that every node lists the same and nobody takes over what
    /// another has registered; within a log the latest entry counts.
    public var standing: [EntryRecord<SectionEntry>] {
        ids.compactMap { standing($0) }
    }

    func standing(_ id: SectionID) -> EntryRecord<SectionEntry>? {
        var chosen: EntryRecord<SectionEntry>?
        for record in recordsOf[id] where chosen.map({ replaces(record, $0) }) ?? true { chosen = record }
        return chosen
    }

    /// What the centre, or the member whose code begins the identifier, has registered of a section; in order of place.
    func declarations(of id: SectionID) -> [EntryRecord<SectionEntry>] { recordsOf[id].filter { rank($0) < 2 } }

    /// The one of `declarations` that would stand if there were just those that `isKnown` lets pass.
    func declaration(
        of id: SectionID, where isKnown: (EntryReference) -> Bool
    ) -> EntryRecord<SectionEntry>? {
        var chosen: EntryRecord<SectionEntry>?
        for record in declarations(of: id)
        where isKnown(record.reference) && chosen.map({ replaces(record, $0) }) ?? true {
            chosen = record
        }
        return chosen
    }

    /// Whether what `author` says of a section would count in the place of what stands.
    public func gives(
        _ entry: SectionEntry, by author: Member, wayOver standing: EntryRecord<SectionEntry>
    ) -> Bool {
        standing.reference.log.node == author.node || Self.rank(entry, author) < rank(standing)
    }

    /// One entry per section id, sorted by id.
    public var sections: [SectionEntry] { standing.map(\.body) }

    private func rank(_ record: EntryRecord<SectionEntry>) -> Int { ranks[record.reference] ?? .max }

    /// The one of `sections` with this id.
    public func section(_ id: SectionID) -> SectionEntry? { standing(id)?.body }

    /// What was said at a place, whether or not it stands now.
    func record(at place: EntryReference) -> EntryRecord<SectionEntry>? {
        let position = records.firstPosition { !($0.reference < place) }
        return position < records.count && records[position].reference == place ? records[position] : nil
    }

    /// Whether a record that stands further on takes the place of the one chosen so far.
    private func replaces(_ record: EntryRecord<SectionEntry>, _ chosen: EntryRecord<SectionEntry>) -> Bool {
        chosen.reference.log.node == record.reference.log.node || rank(record) < rank(chosen)
    }

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

    /// The same, but where several go by the name, those that `party` is up- or downstream of: a stranger's section
    /// of the same name does not stand in the way.
    public func sections(named name: String, near party: PartyCode) -> [SectionEntry] {
        let found = sections(named: name)
        let near = found.filter { $0.upstream == party || $0.downstream == party }
        return near.isEmpty ? found : near
    }

    /// What a name with another in brackets may also be written as: `街口(鸠坑口)`, `街口`, `鸠坑口`.
    public static func spellings(of name: String) -> [String] {
        let plain = name.map { $0 == "（" ? "(" : $0 == "）" ? ")" : $0 }
        guard let open = plain.firstIndex(of: "("), plain.last == ")", open > 0 else { return [String(plain)] }
        return [String(plain), String(plain[..<open]), String(plain[(open + 1)...].dropLast())].filter { !$0.isEmpty }
    }
}
