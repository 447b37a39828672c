/// Comparison of identifiers on their UTF-8 bytes.
///
/// `String` compares by canonical equivalence, whose tables change with the Unicode version of the
/// runtime; two nodes must never disagree about whether two identifiers are one.
enum UTF8Order {
    static func areEqual(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count && left.utf8.elementsEqual(right.utf8)
    }

    static func isAscending(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    static func hash(_ text: String, into hasher: inout Hasher) {
        for byte in text.utf8 {
            hasher.combine(byte)
        }
        hasher.combine(0xFF as UInt8)
    }
}
