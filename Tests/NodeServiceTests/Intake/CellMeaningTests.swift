import Compensation
import Federation
import Presentation
import Testing

@testable import NodeService

/// Headings, times and values as they are written in files.
@Suite("The meaning of a cell")
struct CellMeaningTests {
    @Test(
        "Headings of the national platform, of spreadsheets and of reports",
        arguments: [
            ("断面", "section"), ("断面名称", "section"), ("Section", "section"), ("监测时间", "time"), ("Monitor_Time", "time"),
            ("站点情况", "status"), ("状态", "status"), ("pH", "ph"), ("pH(无量纲)", "ph"), ("pH值", "ph"), ("溶解氧", "do"),
            ("溶解氧（mg/L）", "do"), ("高锰酸盐指数", "codmn"), ("高锰酸盐指数(mg/L)", "codmn"), ("CODMn", "codmn"),
            ("氨氮(mg/L)", "nh3n"), ("氨氮/(mg/L)", "nh3n"), ("氨氮 (MG/l)", "nh3n"), ("NH3-N", "nh3n"),
            ("ammonia nitrogen", "nh3n"), ("总磷", "tp"), ("总磷(以P计)", "tp"), ("总磷(以P计, mg/L)", "tp"), ("TP", "tp"),
            ("氨氮(μg/L)", "nh3n in another unit"), ("总磷(mg/m³)", "tp in another unit"),
            ("溶解氧(以O2计 g/L)", "do in another unit"),
            ("总氮", "tn"), ("水温(℃)", "temp"), ("WT", "temp"), ("化学需氧量(mg/L)", "cod"), ("六价铬", "cr6"),
            ("粪大肠菌群(个/L)", "fc"), ("粪大肠菌群(个/100mL)", "fc in another unit"), ("volatile phenols", "vphen"),
            ("水质类别", "published class"), ("published_class", "published class"), ("(mg/L)", nil), ("", nil),
            ("采样日期", "date"), ("站点名称", "section"), ("氨氮 mg/L", "nh3n"), ("氨氮（毫克/升）", "nh3n"), ("COD(Mn)", "codmn"),
            ("铬(六价)", "cr6"), ("铬", nil), ("问题说明：D 列：…", "issue"), ("Ｉｓｓｕｅ code", "issue"), ("氨氮2", nil), ("电导率", nil),
            ("浊度", nil),
        ] as [(String, String?)])
    func headings(heading: String, meaning: String?) {
        let found: String? =
            switch ColumnMeaning(heading: heading) {
            case .section: "section"
            case .time: "time"
            case .status: "status"
            case .publishedClass: "published class"
            case .date: "date"
            case .issue: "issue"
            case .indicator(let indicator): indicator.code
            case .otherUnit(let indicator): "\(indicator.code) in another unit"
            case nil: nil
            }
        #expect(found == meaning)
    }

    @Test(
        "Times, all at +08:00",
        arguments: [
            ("2021-04-01 08:00", nil, "2021-04-01T08:00+08:00"),
            ("2021-04-01T08:00+08:00", nil, "2021-04-01T08:00+08:00"),
            ("2021/4/1 8:00", nil, "2021-04-01T08:00+08:00"), ("2021/4/1 8:00:00", nil, "2021-04-01T08:00+08:00"),
            ("2020-02-29 00:00", nil, "2020-02-29T00:00+08:00"), ("04-02 16:00", 2021, "2021-04-02T16:00+08:00"),
            ("4/2 16:00", 2021, "2021-04-02T16:00+08:00"), ("2020-04-02 16:00", 2021, "2020-04-02T16:00+08:00"),
            ("04-02 16:00", nil, "year missing"), ("02-29 16:00", 2021, nil), ("2021-02-29 00:00", nil, nil),
            ("2021-04-01 24:00", nil, nil), ("2021-04-01 08:60", nil, nil), ("2021-04-01 08:00:30", nil, nil),
            ("2021-04-01", nil, nil), ("2021-04-01 08", nil, nil), ("2021-04-01T08:00Z", nil, nil),
            ("2021-04-01T08:00+09:00", nil, nil), ("2021--04-01 08:00", nil, nil), ("-2021-04-01 08:00", nil, nil),
            ("2021/+4/1 08:00", nil, nil), ("2021-04-01 +8:00", nil, nil), ("2021-04-01 8::00", nil, nil),
            ("2021-04-01 08:00:", nil, nil), ("21-04-01 08:00", nil, nil), ("04-02 16:00", 0, nil),
            ("04-02 16:00", 99_999, nil), ("99999999999999999999-04-01 08:00", nil, nil),
            ("2021年4月1日 8:00", nil, "2021-04-01T08:00+08:00"), ("2021年4月1日8时", nil, "2021-04-01T08:00+08:00"),
            ("2021年4月1日8点5分", nil, "2021-04-01T08:05+08:00"), ("4月1日8时", 2021, "2021-04-01T08:00+08:00"),
            ("4月1日8时", nil, "year missing"), ("2021年4月1日", nil, nil), ("2021年4月1日25时", nil, nil),
            ("2021年4月1日8", nil, nil), ("2021-04-01T08:00", nil, "2021-04-01T08:00+08:00"),
            ("２０２１-04-01 08:00", nil, nil), ("44287.333", nil, nil), ("", nil, nil),
        ] as [(String, Int?, String?)])
    func times(text: String, year: Int?, expected: String?) {
        let found: String? =
            switch IntakeTime.read(text, year: year) {
            case .time(let time): time.text
            case .yearMissing: "year missing"
            case .invalid: nil
            }
        #expect(found == expected)
    }

    @Test(
        "A value is kept as it is written, one below its detection limit too",
        arguments: ["0.025", "0", "0.000", "7.60", "13.60", "123456789012345678", "0.025L", "<0.025", "<0.0250"])
    func values(text: String) throws {
        let outcome = try ReadingsFileTests.read("断面,时间,状态,pH\n里耶镇,2021-04-01 08:00,正常,\(text)\n")
        #expect(outcome.rows.first?.content.values.map(\.value.text) == [text])
    }

    @Test(
        "What is written in another spelling is recorded in the plain one, digit for digit, with a note",
        arguments: [
            ("０.5", "0.5"), ("1.5E-02", "0.015"), ("1.50e-2", "0.0150"), ("2.5E+03", "2500"),
            ("\"1,234.50\"", "1234.50"),
            ("\"12,345,678\"", "12345678"), ("< 0.025", "<0.025"), ("＜0.025", "<0.025"), ("0.025 L", "0.025L"),
            ("未检出（0.025）", "<0.025"), ("nd(0.025)", "<0.025"), ("1.5E1L", "15L"),
        ])
    func respelled(text: String, plain: String) throws {
        let outcome = try ReadingsFileTests.read("断面,时间,状态,pH\n里耶镇,2021-04-01 08:00,正常,\(text)\n")
        #expect(outcome.rows.first?.content.values.map(\.value.text) == [plain])
        #expect(outcome.notes.notes.map(\.code) == [.normalised])
        #expect(outcome.notes.notes.first?.places == ["D2"])
    }

    @Test(
        "A heading one slip away from a known one is not passed over",
        arguments: [
            ("氨氨(mg/L)", true), ("高锰酸盐指標", true), ("溶介氧", true), ("amonia nitrogen", true), ("监测時间", true),
            ("电导率", false), ("总大肠菌群", false), ("备注", false), ("No", false), ("序号", false), ("ID", false),
            ("断面代码", false), ("水质目标", false), ("basin", false), ("风速", false),
        ])
    func slips(heading: String, isSlip: Bool) {
        #expect((ColumnMeaning.nearest(to: heading) != nil) == isSlip)
    }

    @Test("What was not measured is absent, never zero", arguments: ["", "--", "*", "—", "/", "缺测"])
    func missing(text: String) throws {
        let outcome = try ReadingsFileTests.read("断面,时间,状态,pH,TP\n里耶镇,2021-04-01 08:00,正常,\(text),0.1\n")
        #expect(outcome.issues.isEmpty)
        #expect(outcome.rows.first?.content.values.map(\.indicator.code) == ["tp"])
    }

    @Test(
        "What is no plain number is refused",
        arguments: [
            "1e999", "NaN", "inf", "\"1,5\"", "\"1,2345\"", "\",123\"", "1e", "1e+", "1.5E-02L5", "-1", "-0", "+1",
            ".5", "5.", "007", "1 000", "0x10",
            "0.025l", "L", "<", "<0", "0L", "<0.025L", "<-1", "≤0.025", "未检出(0)", "ND0.025",
            "=1+1", "---", "**", "1234567890123456789", "0.0000000000000000001",
        ])
    func invalid(text: String) throws {
        let outcome = try ReadingsFileTests.read("断面,时间,状态,pH\n里耶镇,2021-04-01 08:00,正常,\(text)\n")
        #expect(outcome.rows.isEmpty)
        #expect(outcome.issues.map(\.code) == [.valueInvalid])
        #expect(outcome.issues.map(\.column) == ["D"])
    }
}
