/// The byte that separates the cells of a CSV file.
enum CSVSeparator {
    /// Found out from the first line that is not empty: a tab if there is one, else the more
    /// frequent of comma and semicolon, comma if they are equal.
    ///
    /// A tab wins outright because headings such as `氨氮, mg/L` hold commas but never tabs.
    static func detect(in utf8: [UInt8]) -> UInt8 {
        var isQuoted = false
        var commas = 0
        var semicolons = 0
        for byte in utf8.drop(while: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case _ where isQuoted: continue
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                return semicolons > commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
            case UInt8(ascii: "\t"): return byte
            case UInt8(ascii: ","): commas += 1
            case UInt8(ascii: ";"): semicolons += 1
            default: continue
            }
        }
        return semicolons > commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }
}
