import Federation

/// Finds which of several sections a cell names: as `街口(鸠坑口)`, `街口` or `鸠坑口`.
struct SectionNames {
    /// By the bytes of each spelling: texts that merely look alike are different names.
    private var places: [[UInt8]: [Int]] = [:]

    /// The names of each section, in the order of the sections.
    init(_ sections: [[String]]) {
        for (place, names) in sections.enumerated() {
            for spelling in names.flatMap(SectionRegister.spellings) where !spelling.isEmpty {
                let known = places[Array(spelling.utf8), default: []]
                if !known.contains(place) { places[Array(spelling.utf8)] = known + [place] }
            }
        }
    }

    /// The places of all sections that may be meant, ascending.
    func places(of name: String) -> [Int] {
        guard !name.isEmpty else { return [] }
        var found: [Int] = []
        for spelling in SectionRegister.spellings(of: name) {
            for place in places[Array(spelling.utf8), default: []] where !found.contains(place) {
                found.append(place)
            }
        }
        return found.sorted()
    }
}
