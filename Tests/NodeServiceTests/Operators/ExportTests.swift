import Compensation
import Foundation
import Presentation
import Testing

@testable import NodeService

/// What is handed out as a file: all of it, or a part that is asked for.
@Suite("Exports")
struct ExportTests {
    /// Rows of the April bulletin by the day of their time, counted in the file itself; repeated rows once.
    private static func days() throws -> [Int] {
        let lines = String(decoding: try Repository.liye(), as: UTF8.self).split(whereSeparator: \.isNewline)
            .dropFirst()
        let times = Set(lines.map { String($0.split(separator: ",", omittingEmptySubsequences: false)[3]) })
        return times.compactMap { Int($0.dropFirst(3).prefix(2)) }
    }

    @Test("Periods are included at both ends; a section by any of its names")
    func filters() async throws {
        let node = try await LocalNode()
        _ = try await node.perform(.addSection(LocalNode.liye))
        let recorded = try await node.perform(.importReadings(LocalNode.file("a.csv", try Repository.liye())))
        #expect(recorded.exitCode == ExitCode.done)
        let days = try Self.days()
        #expect(days.count == 25)
        for (from, until, expected) in [
            (nil, nil, days.count), ("2021-04-10", "2021-04-20", days.count { (10...20).contains($0) }),
            ("2021-04-10", nil, days.count { $0 >= 10 }), (nil, "2021-04-20", days.count { $0 <= 20 }),
            ("2021", "2021-04", days.count), ("2021-05", nil, 0), (nil, "2020", 0),
        ] as [(String?, String?, Int)] {
            var form = ExportForm(.readings, .csv)
            (form.from, form.until, form.section) = (from, until, "里耶镇")
            let outcome = try await node.perform(.export(form))
            #expect(outcome.exitCode == ExitCode.done, "\(outcome.errors)")
            let text = String(decoding: try #require(outcome.files.first).bytes, as: UTF8.self)
            #expect(text.split(whereSeparator: \.isNewline).count == expected + 1, "\(from ?? "") \(until ?? "")")
        }
    }

    @Test("What cannot be asked for is refused before anything is made")
    func refused() async throws {
        let node = try await LocalNode()
        for (subject, from, section, words) in [
            (.readings, "April", nil, "no period"), (.readings, nil, "不存在", "no section “不存在”"),
            (.ledger, nil, "里耶镇", "--section is for readings and settlements only"),
        ] as [(ExportForm.Subject, String?, String?, String)] {
            var form = ExportForm(subject, .csv)
            (form.from, form.section) = (from, section)
            let outcome = try await node.perform(.export(form), .en)
            #expect(outcome.exitCode == ExitCode.inputRefused && outcome.errors.contains(words), "\(outcome.errors)")
        }
    }

    @Test("A file too large for a sheet or for one answer is refused with its limit and the way out")
    func tooMuch() throws {
        let form = ExportForm(.readings, .xlsx)
        try ExportDesk.check(rows: 1_048_575, form)
        let rows = try #require(throws: CommandFailure.self) { try ExportDesk.check(rows: 1_048_576, form) }
        #expect(rows.text(.en).contains("at most 1048575") && rows.text(.en).contains("--from, --until, --section"))
        let bytes = try #require(throws: CommandFailure.self) {
            try ExportDesk.check(bytes: 96 << 20, ExportForm(.ledger, .csv))
        }
        #expect(bytes.text(.zh).contains("90 MiB") && bytes.text(.zh).contains("--from、--until 分次导出"))
        // In base64, every slash of it escaped, with room for the words around it.
        #expect(ExportDesk.mostBytes / 3 * 4 / 64 * 65 + (1 << 20) < ControlServer.largestCommand)
    }
}
