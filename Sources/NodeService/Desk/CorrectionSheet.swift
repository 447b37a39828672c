import Compensation
import Federation
import Presentation
import Tabular
import TransparencyLog

/// One recorded reading as the row of a table that an import takes, to be changed cell by cell.
struct CorrectionSheet {
    private let columns: [Bilingual]
    private let row: [String]
    let source: String
    /// Where a correction of it is recorded: never in `common` what rests on a narrower channel.
    let channel: ChannelName

    private static let section = 0
    private static let time = 2
    private static let status = 3

    /// As the table of readings shows them, in a row of it.
    static func time(of row: [String]) -> String { row[time] }
    static func source(of row: [String]) -> String { row[row.count - 2] }

    /// - Parameters:
    ///   - node: whose own record counts beside the one that holds.
    ///   - reading: time and source, `2021-04-01 08:00|cnemc-auto`.
    /// - Throws: where the reading rests on several narrower channels.
    init?(_ docket: Docket, node: NodeName, section: String, reading: String) throws {
        let halves = reading.split(separator: "|", maxSplits: 1).map(String.init)
        guard halves.count == 2, let day = Period(String(halves[0].prefix(10))), day.kind == .day,
            let known = docket.sections.sections.first(where: { $0.section.text.sameBytes(as: section) })
        else { return nil }
        let table = ExportTable.readings(docket, .zh, of: known.section, in: day)
        let found = table.rows.filter { row in
            Self.time(of: row).sameBytes(as: halves[0]) && Self.source(of: row).sameBytes(as: halves[1])
        }
        guard found.count == 1 else { return nil }
        let time = halves[0].replacing(" ", with: "T")
        let own = docket.heads.filter { $0.log.node == node }
        let history = [docket.heads, own].flatMap { cut in
            docket.readings.readings(
                of: known.section, in: day, view: RecordView(cut: cut, correctionsNotApplied: [])
            ).versions.filter { $0.content.time.text.hasPrefix(time) && $0.source.sameBytes(as: halves[1]) }
                .flatMap(\.history)
        }
        let narrower = Set(history.map(\.log.channel)).subtracting([.common])
        guard narrower.count < 2 else {
            throw CommandFailure(
                zh: "这条数据记录在多个通道，请用命令行更正并以 --channel 指明。",
                en: "This reading is recorded in several channels; correct it on the command line, with --channel.")
        }
        channel = narrower.first ?? .common
        columns = table.columns
        row = found[0]
        source = halves[1]
    }

    /// The beginning of the digest of what is recorded.
    var seen: String { String(ContentDigest(of: Array(row.joined(separator: "\n").utf8)).hex.prefix(16)) }

    /// State and values; class, source and place are not corrected here.
    private var places: Range<Int> { Self.status..<row.count - 3 }

    var cells: [(name: String, title: Bilingual, value: String)] {
        places.map { ("cell-\($0)", columns[$0], row[$0]) }
    }

    /// A table of one row, with what was typed in the place of what is recorded.
    func bytes(_ typed: (String) -> String?) -> [UInt8] {
        let kept = [Self.section, Self.time] + Array(places)
        return CSVWriter.write(
            header: kept.map { columns[$0].zh },
            rows: [kept.map { places.contains($0) ? typed("cell-\($0)") ?? row[$0] : row[$0] }])
    }
}
