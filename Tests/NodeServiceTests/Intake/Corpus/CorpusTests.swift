import Compensation
import Federation
import Foundation
import Presentation
import Tabular
import TestSupport
import Testing

@testable import NodeService

/// Spreadsheets as staff send them, made by other programs.
@Suite("A corpus of spreadsheets")
struct CorpusTests {
    private static func read(_ sample: Corpus.Sample, _ bytes: [UInt8]) throws -> ReadingsIntake.Outcome {
        var spoken = try SpokenDocket.withLiye()
        try spoken.register("430000-shimen", zh: "石门")
        let limits = sample.limits.compactMap { limit -> (Indicator, ExactDecimal)? in
            let parts = limit.split(separator: "=").map(String.init)
            guard let indicator = Indicator(code: parts[0]), let number = ExactDecimal(parts[1]) else { return nil }
            return (indicator, number)
        }
        return ReadingsIntake(
            sections: spoken.docket.sections, party: try #require(PartyCode(SpokenDocket.hunan)), year: sample.year,
            now: spoken.now, detectionLimits: Dictionary(uniqueKeysWithValues: limits),
            ignoredColumns: sample.ignored
        ).read(bytes)
    }

    private static func rows(_ outcome: ReadingsIntake.Outcome) -> [Corpus.Row] {
        outcome.rows.map { row in
            let values = row.content.values.map { ($0.indicator.code, $0.value.text) }
            return Corpus.Row(
                section: row.section.text, time: row.content.time.text, status: row.content.status.rawValue,
                values: Dictionary(uniqueKeysWithValues: values))
        }
    }

    private static func places(_ issues: [ImportIssue]) -> [String] {
        issues.map { issue in
            let place = (issue.row.map(String.init) ?? "-") + (issue.column ?? "")
            return [issue.sheet, place, issue.code.rawValue].compactMap(\.self).joined(separator: " ")
        }
    }

    @Test("Each gives the right readings, or every issue with its place")
    func corpus() throws {
        let samples = try Corpus.samples()
        #expect(samples.count > 60)
        for sample in samples {
            let outcome = try Self.read(sample, Array(sample.file))
            #expect(Self.places(outcome.issues) == sample.issues, "\(sample)")
            #expect(Self.rows(outcome) == sample.rows, "\(sample)")
            #expect(Set(sample.notes).isSubset(of: outcome.notes.notes.map(\.code.rawValue)), "\(sample)")
        }
    }

    @Test(
        "Saved anew by LibreOffice they say the same",
        .enabled(if: Machine.gives(Office.isInstalled), "LibreOffice is not installed (scripts/setup --with-judges)"),
        .timeLimit(.minutes(30)))
    func resaved() throws {
        let folder = try Folder()
        let samples = try Corpus.samples()
        for (number, sample) in samples.enumerated() where sample.resaved {
            try sample.file.write(to: folder.url.appending(path: "\(number + 100).xlsx"))
        }
        let saved = try Office.convert(in: folder.url.path, to: "xlsx")
        #expect(saved.count == samples.count { $0.resaved })
        for (name, bytes) in saved {
            let sample = samples[try #require(Int(name.prefix(3))) - 100]
            let outcome = try Self.read(sample, bytes)
            #expect(outcome.encoding == "XLSX")
            #expect(Self.places(outcome.issues) == sample.issues, "\(sample)")
            #expect(Self.rows(outcome) == sample.rows, "\(sample)")
        }
    }

    private struct Case: Codable {
        let name: String
        let original: Data
        let copy: Data
        let issues: [String]
        let headings: [String]
    }

    private static func cases(_ language: Language) throws -> [Case] {
        try Corpus.samples().filter(\.resaved).compactMap { sample in
            let outcome = try read(sample, Array(sample.file))
            guard !outcome.issues.isEmpty, let spreadsheet = outcome.spreadsheet else { return nil }
            let copy = IssuesWorkbook(spreadsheet, outcome.issues, file: "a.xlsx")
            let file = try #require(try copy.files(language).first)
            return Case(
                name: sample.name, original: sample.file, copy: file.bytes, issues: places(outcome.issues),
                headings: IssueColumns.headings.map { $0(language) })
        }
    }

    @Test(
        "What is handed back has every row in its place, coloured, with code and reason", arguments: Language.allCases)
    func copies(language: Language) throws {
        let cases = try Self.cases(language)
        #expect(cases.count > 15)
        let judge = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "judge_copies.py").path
        let answer = try Program.output(Repository.python, [judge], input: try JSONEncoder().encode(cases))
        for complaint in try JSONDecoder().decode([String].self, from: answer) { Issue.record("\(complaint)") }
    }

    @Test(
        "What is handed back opens in LibreOffice",
        .enabled(if: Machine.gives(Office.isInstalled), "LibreOffice is not installed (scripts/setup --with-judges)"),
        .timeLimit(.minutes(30)))
    func copiesOpen() throws {
        let folder = try Folder()
        let cases = try Self.cases(.zh).filter { $0.issues.allSatisfy { $0.hasPrefix("Sheet1 ") } }
        for (number, each) in cases.enumerated() {
            try each.copy.write(to: URL(filePath: "\(folder.url.path)/\(number).xlsx"))
        }
        let opened = try Office.convert(in: folder.url.path, to: "csv:Text - txt - csv (StarCalc):44,34,76")
        #expect(opened.count == cases.count)
        for (name, bytes) in opened {
            let text = String(decoding: bytes, as: UTF8.self)
            let each = cases[try #require(Int(name.prefix { $0 != "." }))]
            #expect(text.contains("问题代码") && text.contains("问题说明"), "\(each.name)")
            for issue in each.issues { #expect(text.contains(issue.split(separator: " ")[2]), "\(each.name)") }
        }
    }

    @Test("A copy that is mended is read as the file it was made of; sent back unmended it has the same issues")
    func sentBack() throws {
        for sample in try Corpus.samples() where sample.resaved && !sample.issues.isEmpty {
            let outcome = try Self.read(sample, Array(sample.file))
            let copy = IssuesWorkbook(try #require(outcome.spreadsheet), outcome.issues, file: "a.xlsx")
            let again = try Self.read(sample, Array(try #require(try copy.files(.zh).first).bytes))
            #expect(Self.places(again.issues) == Self.places(outcome.issues), "\(sample)")
            let twice = IssuesWorkbook(try #require(again.spreadsheet), again.issues, file: "a.xlsx")
            let third = Spreadsheet.read(Array(try #require(try twice.files(.zh).first).bytes))
            #expect(
                third.sheets.map { $0.rows.map(\.cells.count) }
                    == again.spreadsheet?.sheets.map { $0.rows.map(\.cells.count) }, "\(sample)")
        }
    }
}
