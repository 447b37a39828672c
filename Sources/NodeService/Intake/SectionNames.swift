import Federation

/// Finds which of several sections a row of a file names: as `街口(鸠坑口)`, `街口` or `鸠坑口`.
///
/// A bracket may also set two stations apart, as `兰山嘴` and `兰山嘴(老)`. Where a file names a section exactly, only
/// that name stands for it there.
struct SectionNames {
    /// By the bytes of each name: texts that merely look alike are different names.
    private let exact: [[UInt8]: [Int]]
    private let spelled: [[UInt8]: [Int]]

    /// The names of each section, in the order of the sections, and all cells of the file that name one.
    init(_ sections: [[String]], among cells: [String]) {
        let exact = Self.places(sections)
        let taken = Set(cells.flatMap { exact[Self.plain($0)] ?? [] })
        self.exact = exact
        spelled = Self.places(
            sections.enumerated().map { place, names in
                taken.contains(place) ? [] : names.flatMap(SectionRegister.spellings)
            })
    }

    /// The places of all sections that may be meant, ascending.
    func places(of name: String) -> [Int] {
        if let found = exact[Self.plain(name)] { return found }
        return Set(SectionRegister.spellings(of: name).flatMap { spelled[Array($0.utf8)] ?? [] }).sorted()
    }

    /// With brackets of one width.
    static func plain(_ name: String) -> [UInt8] {
        Array(String(name.map { $0 == "（" ? "(" : $0 == "）" ? ")" : $0 }).utf8)
    }

    private static func places(_ sections: [[String]]) -> [[UInt8]: [Int]] {
        var places: [[UInt8]: [Int]] = [:]
        for (place, names) in sections.enumerated() {
            for name in names where !name.isEmpty && places[plain(name)]?.last != place {
                places[plain(name), default: []].append(place)
            }
        }
        return places
    }
}
