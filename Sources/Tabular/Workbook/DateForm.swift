/// What a number format shows of a moment.
struct DateForm: Equatable {
    let showsDate: Bool
    let showsTime: Bool
    let showsYear: Bool

    private init(date: Bool, time: Bool, year: Bool) {
        showsDate = date
        showsTime = time
        showsYear = year
    }

    /// The formats that are known by number alone: ISO/IEC 29500-1, 18.8.30, those of Chinese programs included.
    init?(builtIn id: Int) {
        switch id {
        case 14, 15, 17, 27, 31, 36, 50, 52, 57: self.init(date: true, time: false, year: true)
        case 16, 28, 29, 30, 51, 53, 54, 58: self.init(date: true, time: false, year: false)
        case 22: self.init(date: true, time: true, year: true)
        case 18...21, 32...35, 45...47, 55, 56: self.init(date: false, time: true, year: false)
        default: return nil
        }
    }

    /// Nil for a code such as `0.00`, `General` or `[Red]0` that shows no date. Of several sections the first counts.
    init?(code: String) {
        var letters = Set<Character>()
        var rest = code.lowercased()[...]
        scan: while let character = rest.popFirst() {
            switch character {
            case ";": break scan
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": _ = rest.popFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(inside.count + 1)
                // An elapsed time is written `[h]`; anything else in brackets is a colour, a condition or a language.
                if let first = inside.first, inside.allSatisfy({ $0 == first }), "hms".contains(first) {
                    letters.insert("h")
                }
            case "y", "m", "d", "h", "s": letters.insert(character)
            default: break
            }
        }
        // A lone `m` is a month; beside hours or seconds it is minutes.
        let time = letters.contains("h") || letters.contains("s")
        let date = letters.contains("y") || letters.contains("d") || (letters.contains("m") && !time)
        guard date || time else { return nil }
        self.init(date: date, time: time, year: letters.contains("y"))
    }
}
