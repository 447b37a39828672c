/// Names that a workbook accepts for its sheets: at most 31 characters, none of `[]:*?/\`, no two alike.
struct SheetNames {
    private var taken: Set<String> = []

    mutating func take(_ wanted: String) -> String {
        let allowed = wanted.filter { !"[]:*?/\\'".contains($0) && $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } }
        let base = allowed.isEmpty ? "Sheet" : String(allowed.prefix(31))
        var name = base
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            name = base.prefix(27) + "-\(number)"
            number += 1
        }
        return name
    }
}
