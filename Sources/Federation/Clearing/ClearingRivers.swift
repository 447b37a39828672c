import Compensation

/// The rivers that a clearing keeps apart, as section entries say it. A clearing names the entries, so that whoever
/// registers a section anew undoes no clearing.
struct ClearingRivers: Sendable {
    /// The places of the entries, sorted.
    let sections: [EntryReference]
    /// In the order of the scheme's sections; empty where nothing is kept apart.
    let names: [String]
    private let rivers: [SectionID: String]  // lookup only: by section

    /// By what stands now.
    init(_ terms: AgreementTerms, _ register: SectionRegister) {
        let known = Self.matter(to: terms) ? terms.scheme.sections.compactMap { register.standing($0.id) } : []
        self.init(terms, known)
    }

    /// By what was said at `places`; nil where one of them is of no section of the agreement or of one named already,
    /// and where rivers make no difference.
    init?(_ terms: AgreementTerms, at places: [EntryReference], _ register: SectionRegister) {
        var known: [EntryRecord<SectionEntry>] = []
        for place in places {
            guard Self.matter(to: terms), let record = register.record(at: place),
                terms.scheme.sections.contains(where: { $0.id == record.body.section }),
                !known.contains(where: { $0.body.section == record.body.section })
            else { return nil }
            known.append(record)
        }
        self.init(terms, known)
    }

    /// A section that is not registered is a river of its own.
    private init(_ terms: AgreementTerms, _ known: [EntryRecord<SectionEntry>]) {
        sections = known.map(\.reference).sorted()
        var names: [String] = []
        var rivers: [SectionID: String] = [:]  // lookup only: by section
        if Self.matter(to: terms) {
            for section in terms.scheme.sections {
                let river = known.first { $0.body.section == section.id }?.body.river ?? section.id.text
                rivers[section.id] = river
                if !names.contains(where: { $0.sameBytes(as: river) }) { names.append(river) }
            }
        }
        self.names = names.count > 1 ? names : []
        self.rivers = rivers
    }

    private static func matter(to terms: AgreementTerms) -> Bool {
        terms.scheme.sections.count > 1 && !ClearingTerms(terms).netsAcrossRivers
    }

    /// The river of a section; nil where nothing is kept apart.
    subscript(section: SectionID) -> String? { names.isEmpty ? nil : rivers[section] }
}
