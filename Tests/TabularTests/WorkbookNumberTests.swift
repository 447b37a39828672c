import TestSupport
import Testing

@testable import Tabular

/// Numbers and days of a workbook against Python's exact decimals and calendar.
@Suite("Numbers and moments of a workbook")
struct WorkbookNumberTests {
    @Test("A stored number is shown with 15 significant digits")
    func fifteenDigits() throws {
        var seeded = SeededGenerator(seed: 20_260_601)
        let edges = [
            "0", "-0", "0.0", "1", "0.30000000000000004", "0.14999999999999999", "2.5000000000000001E-3", "1e-05",
            "1E+3",
            "9.9999999999999999E-2", "999999999999999.9", "123456789012345678", "-7.680000000000001", "00012.50",
            "1.5E-02",
        ]
        let random = (0..<2_000).map { _ in
            let digits = (0..<Int.random(in: 1...17, using: &seeded)).map { _ in
                "\(Int.random(in: 0...9, using: &seeded))"
            }.joined()
            let power = Int.random(in: -20...12, using: &seeded)
            return "\(digits.prefix(1)).\(digits.dropFirst())0E\(power)"
        }
        let numbers = edges + random
        let expected: [String] = try Python.answer(
            """
            import decimal, json, sys
            context = decimal.Context(prec=15, rounding=decimal.ROUND_HALF_UP)
            def shown(text):
                number = context.create_decimal(text)
                plain = format(number, "f")
                plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
                return plain if number else "0"
            json.dump([shown(text) for text in json.load(sys.stdin)], sys.stdout)
            """, to: numbers)
        for (number, wanted) in zip(numbers, expected) {
            #expect(ShownNumber.text(number) == wanted, "\(number)")
        }
    }

    @Test(
        "What is no number stays text",
        arguments: [
            "", "-", ".", "e5", "1e", "1e+", "1e5.0", "1.2.3", "0x10", "NaN", "INF", "1 2", "１", "1E999999", "1E-45",
            "1E45",
        ])
    func noNumber(text: String) { #expect(ShownNumber.text(text) == nil) }

    @Test("Days counted from 1900 and from 1904 are those of the calendar")
    func days() throws {
        var seeded = SeededGenerator(seed: 20_260_602)
        let serials =
            [1, 59, 61, 366, 44_287, 2_958_465] + (0..<500).map { _ in Int.random(in: 61...200_000, using: &seeded) }
        let minutes = serials.map { _ in Int.random(in: 0..<1_440, using: &seeded) }
        // As a spreadsheet program stores it: a binary number, written with 17 digits.
        let question = zip(serials, minutes).map { [$0, $1] }
        let expected: [[String]] = try Python.answer(
            """
            import datetime, json, sys
            def moment(day, minute, from1904):
                base = datetime.datetime(1904, 1, 1) if from1904 else datetime.datetime(1899, 12, 30 if day > 60 else 31)
                try:
                    return (base + datetime.timedelta(days=day, minutes=minute)).strftime("%Y-%m-%d %H:%M")
                except OverflowError:
                    return ""
            json.dump([[repr(day + minute / 1440), moment(day, minute, False), moment(day, minute, True)]
                       for day, minute in json.load(sys.stdin)], sys.stdout)
            """, to: question)
        let form = try #require(DateForm(builtIn: 22))
        for row in expected {
            let shown = try #require(ShownNumber.text(row[0]))
            #expect(SerialMoment.text(shown, form, is1904: false) == row[1])
            #expect(SerialMoment.text(shown, form, is1904: true) ?? "" == row[2])
        }
    }

    @Test(
        "A day that never was, one before the first and one after the last",
        arguments: ["60", "60.5", "0", "-1", "2958466", "3000000", "99999999999999999999"])
    func noDay(serial: String) throws {
        #expect(SerialMoment.text(serial, try #require(DateForm(builtIn: 14)), is1904: false) == nil)
    }

    @Test(
        "Which formats show a moment",
        arguments: [
            ("yyyy/m/d h:mm", "dty"), ("yyyy\"年\"m\"月\"d\"日\"", "dy"), ("[$-804]yyyy/m/d;@", "dy"), ("m/d", "d"),
            ("h:mm", "t"),
            ("[h]:mm", "t"), ("mm:ss", "t"), ("\\d0", ""), ("General", ""), ("0.00", ""), ("[Red]0.0;[Blue]-0.0", ""),
            ("\"mg\"0", ""), ("0.00E+00", ""), ("#,##0_);(#,##0)", ""), ("@", ""), ("yyyy\\-mm\\-dd\\ hh:mm", "dty"),
            ("0;yyyy", ""), ("mmm", "d"),
        ])
    func formats(code: String, shows: String) {
        let form = DateForm(code: code)
        let found = [
            form?.showsDate == true ? "d" : "", form?.showsTime == true ? "t" : "", form?.showsYear == true ? "y" : "",
        ]
        #expect(found.joined() == shows)
    }

    @Test("Places", arguments: [("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("XFD1048576", 1_048_576, 16_384)])
    func places(text: String, row: Int, column: Int) throws {
        let corner = try #require(CellRange.corner(text))
        #expect((corner.row, corner.column) == (row, column))
        #expect(ColumnLetters.number(of: ColumnLetters.name(of: column)) == column)
    }

    @Test(
        "No places", arguments: ["", "A", "1", "A0", "XFE1", "A1048577", "a1", "A1B", "A-1", "A99999999999999999999"])
    func noPlaces(text: String) { #expect(CellRange.corner(text) == nil) }
}
