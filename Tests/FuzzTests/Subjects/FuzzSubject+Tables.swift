import Compensation
import Federation
import Presentation
import Tabular
import TransparencyLog

@testable import NodeService

/// What is stated and decided out of files: facts, and the yearly tables of awards.
extension FuzzSubject {
    static let tables: [FuzzSubject] = [
        FuzzSubject("facts") { bytes in try facts(NamedFile(name: "facts.csv", bytes: bytes)) },
        FuzzSubject("facts-json") { bytes in try facts(NamedFile(name: "facts.json", bytes: bytes)) },
        FuzzSubject("awards", awards),
    ]

    // MARK: Facts

    /// What was read is read again out of a table, out of JSON and out of an entry that says it.
    private static func facts(_ file: NamedFile) throws -> Bool {
        let values: [SuppliedValue]
        do {
            values = try FactsFile.read(file)
        } catch let refused as RefusedFile {
            try Violation.unless(!refused.report.issues.isEmpty, "refused without a reason")
            for issue in refused.report.issues {
                try Violation.unless(
                    issue.row.map { (1...rows(of: file.bytes)).contains($0) } ?? true,
                    "\(issue.code.rawValue) in row \(issue.row ?? 0) of \(rows(of: file.bytes))")
            }
            return false
        } catch let failure as CommandFailure {
            try Violation.unless(failure.exitCode == ExitCode.inputRefused, "exit code \(failure.exitCode)")
            return false
        }
        try Violation.unless(same(try FactsFile.read(file), values), "read twice, two results")
        let document = NamedFile(name: "again.json", bytes: CanonicalJSON.encode(.array(values.map(json))))
        try Violation.unless(same(try FactsFile.read(document), values), "other facts out of JSON")
        try said(values)
        if file.name.hasSuffix(".csv") { try tabulated(values) }
        return true
    }

    private static func json(_ value: SuppliedValue) -> JSONValue {
        .members([
            ("name", .string(value.name)), ("arguments", .array(value.arguments.map { .string($0) })),
            ("value", .string(value.value)),
        ])
    }

    /// What fits into an entry is in it as it was read; what does not is refused before it is signed.
    private static func said(_ values: [SuppliedValue]) throws {
        guard let log = LogOrigin(FuzzLog.origin), let at = Timestamp("2021-05-06T09:30:05+08:00"),
            let agreement = AgreementID("youshui-2019"), let period = Period("2021-04")
        else { throw Violation(description: "no entry to say it in") }
        let key = SettlementKey(agreement: agreement, agreementDigest: ContentDigest(of: []), period: period)
        let stated = values.prefix(FactsEntry.mostValues).map(StatedValue.init)
        let entry = FactsEntry(key: key, source: "公报", values: stated)
        guard let bytes = try? SignedEntry(log: log, at: at, entry: .facts(entry)).encoded() else { return }
        guard case .facts(let read) = try SignedEntry(bytes: bytes, foundIn: log).entry else {
            throw Violation(description: "another entry")
        }
        let sorted = stated.sorted { $0.name < $1.name }
        try Violation.unless(same(read.values.map(\.supplied), sorted.map(\.supplied)), "other facts out of an entry")
    }

    /// Written as a table with a line for each. A cell that a program would compute has a quote before it.
    private static func tabulated(_ values: [SuppliedValue]) throws {
        // Lines of their own, because a mark that belongs to a separator makes another character of it.
        let cells = values.map { [$0.name, $0.arguments.joined(separator: "\n;\n"), $0.value] }
        let longest = TabularLimits.default.cellLength
        guard cells.allSatisfy({ $0.allSatisfy { $0.unicodeScalars.count < longest } }) else { return }
        let written = CSVWriter.write(header: ["name", "arguments", "value"], rows: cells)
        let read = try FactsFile.read(NamedFile(name: "again.csv", bytes: written))
        try Violation.unless(read.count == values.count, "\(read.count) facts out of a table, not \(values.count)")
        for (again, value) in zip(read, values) {
            let texts = [again.name, again.value] + again.arguments
            let before = [value.name, value.value] + value.arguments
            try Violation.unless(
                texts.count == before.count && zip(texts, before).allSatisfy { isWritten($0, $1) },
                "\(before) read as \(texts)")
        }
    }

    private static func same(_ one: [SuppliedValue], _ other: [SuppliedValue]) -> Bool {
        one.count == other.count
            && zip(one, other).allSatisfy { mine, theirs in
                let texts = [mine.name, mine.value] + mine.arguments
                let others = [theirs.name, theirs.value] + theirs.arguments
                return texts.count == others.count && zip(texts, others).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
            }
    }

    // MARK: Awards

    /// Lines of a year, each of a known party; written as a table of that year they are read back.
    private static func awards(_ bytes: [UInt8]) throws -> Bool {
        guard let roster = Roster([]), let year = Period("2023") else {
            throw Violation(description: "no year to read")
        }
        let reader = AwardFile(roster: roster, year: year)
        let read: (lines: [AwardLine], outside: [AwardLine])
        do {
            read = try reader.read(NamedFile(name: "awards.csv", bytes: bytes))
        } catch let failure as CommandFailure {
            try Violation.unless(failure.exitCode == ExitCode.inputRefused, "exit code \(failure.exitCode)")
            if let row = failure.message.en.prefixMatch(of: /awards\.csv, row ([0-9]+):/).flatMap({ Int($0.1) }) {
                try Violation.unless((1...rows(of: bytes)).contains(row), "row \(row) of \(rows(of: bytes))")
            }
            return false
        }
        let all = read.lines + read.outside
        try Violation.unless(
            !all.isEmpty && all.count < 2 * rows(of: bytes), "\(all.count) lines of \(rows(of: bytes)) rows")
        try Violation.unless(all.allSatisfy { $0.remark.utf8.count <= 256 }, "a remark that is too long")
        func cells(_ line: AwardLine, isOutside: Bool) -> [String] {
            let amount = line.amount.formattedWanYuan
            return [year.text, line.party.text, isOutside ? "" : amount, isOutside ? amount : "", remark(line)]
        }
        let written = CSVWriter.write(
            header: ["年度", "省份", "清算", "另行奖励", "备注"],
            rows: read.lines.map { cells($0, isOutside: false) } + read.outside.map { cells($0, isOutside: true) })
        let again = try reader.read(NamedFile(name: "again.csv", bytes: written))
        try Violation.unless(
            again.lines.count == read.lines.count && again.outside.count == read.outside.count,
            "another number of lines")
        for (one, other) in zip(again.lines + again.outside, all) {
            try Violation.unless(
                one.party == other.party && one.amount == other.amount && isWritten(one.remark, remark(other)),
                "\(other) read as \(one)")
        }
        return true
    }

    /// Where a quote has to find room before it.
    private static func remark(_ line: AwardLine) -> String { line.remark.utf8.count < 256 ? line.remark : "" }

    // MARK: Both

    private static func isWritten(_ again: String, _ text: String) -> Bool {
        again.utf8.elementsEqual(text.utf8) || again.utf8.elementsEqual("'\(text)".utf8)
    }

    /// As many as the file can have: of a text its lines, of a workbook those of a sheet.
    private static func rows(of bytes: [UInt8]) -> Int {
        guard !bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return TabularLimits.default.rows }
        return bytes.count(where: { $0 == 0x0A || $0 == 0x0D }) + 1
    }
}
