/// The codes of the items of GB 3838-2002 table 1, in order of their bytes: the rank of an indicator is the place
/// of its code.
enum TableOneCodes {
    static let sorted = [
        "as", "bod5", "cd", "cn", "cod", "codmn", "cr6", "cu", "do", "f", "fc", "hg", "las", "nh3n", "oil", "pb",
        "ph", "s", "se", "temp", "tn", "tp", "vphen", "zn",
    ]

    /// Nil for a code that is not in table 1.
    static func rank(of code: String) -> Int? {
        sorted.firstIndex { UTF8Order.areEqual($0, code) }
    }
}
