import Compensation
import Federation
import Presentation
import TransparencyLog

/// Recording, correcting and endorsing readings.
struct ReadingsDesk {
    let node: Node
    var progress: any ProgressListener = NoProgress()

    func record(_ file: OperatorCommand.ReadingsFile) async throws -> TakenFile {
        if let reason = file.correction { try Self.check(reason) }
        return try await take(file, isCorrection: false) { plan, rows in
            plan.readings(rows, correcting: file.correction)
        }
    }

    func correct(_ file: OperatorCommand.ReadingsFile, reason: String) async throws -> TakenFile {
        try Self.check(reason)
        return try await take(file, isCorrection: true) { plan, rows in plan.corrections(rows, reason: reason) }
    }

    private static func check(_ reason: String) throws {
        guard (1...2000).contains(reason.utf8.count) else {
            throw CommandFailure(zh: "更正必须说明理由（不超过 2000 字节）。", en: "A correction needs a reason of at most 2000 bytes.")
        }
    }

    private func take(
        _ file: OperatorCommand.ReadingsFile, isCorrection: Bool,
        _ decide: @escaping @Sendable (IntakePlan, [IntakeRow]) -> IntakePlan.Outcome
    ) async throws -> TakenFile {
        guard let channel = ChannelName(file.channel), node.configuration.origin(of: channel) != nil else {
            throw CommandFailure(zh: "本节点没有通道 \(file.channel)。", en: "This node has no channel \(file.channel).")
        }
        guard (1...64).contains(file.source.utf8.count), (1...256).contains(file.name.utf8.count) else {
            throw CommandFailure(zh: "来源或文件名过长或为空。", en: "Source or file name is empty or too long.")
        }
        // Reading takes time in proportion to the file; the node's turn is only for deciding.
        let bytes = Array(file.bytes)
        let read = try await intake(file).read(bytes)
        let digest = ContentDigest(of: bytes)
        let rows = read.rows
        let mayDecide = read.issues.isEmpty || file.acceptsValidRows
        let hasIssues = !read.issues.isEmpty
        let (decided, places) = try await node.act { view in
            let plan = IntakePlan(
                docket: view.docket, node: view.member.node, source: file.source, file: file.name,
                fileDigest: digest, takesLate: file.takesLate)
            let decided = mayDecide ? decide(plan, rows) : IntakePlan.Outcome()
            let isSound = !hasIssues && decided.issues.isEmpty
            let records = (isSound || file.acceptsValidRows) && !file.dryRun
            return (decided, records ? decided.entries.map { Draft(channel: channel, entry: $0) } : [])
        }
        let issues = read.issues + decided.issues
        let receipt = ImportReceipt(
            file: file.name, encoding: read.encoding, isCorrection: isCorrection, dryRun: file.dryRun,
            newReadings: isCorrection ? decided.corrections : decided.newReadings,
            corrections: isCorrection ? 0 : decided.corrections, alreadyRecorded: decided.alreadyRecorded,
            repeatedRows: read.repeated, columnsNotRecorded: read.columnsNotRecorded,
            classMismatches: read.classMismatches, notes: read.notes.notes,
            acceptsValidRows: file.acceptsValidRows && !rows.isEmpty, entries: places, issues: issues)
        let copy = issues.isEmpty ? nil : read.spreadsheet.map { IssuesWorkbook($0, issues, file: file.name) }
        return TakenFile(receipt: receipt, copy: copy)
    }

    private func intake(_ file: OperatorCommand.ReadingsFile) async throws -> ReadingsIntake {
        let view = await node.view
        return ReadingsIntake(
            sections: view.docket.sections, party: view.member.code, year: file.year, now: node.clock.now,
            detectionLimits: try DetectionLimits.read(file.detectionLimits), ignoredColumns: file.ignoredColumns,
            acceptsValidRows: file.acceptsValidRows, progress: progress)
    }

    /// Endorses the correction or the jointly monitored readings at `place`; without a place the only one that
    /// waits, since what arrived unseen must not be endorsed along with what was checked.
    func endorse(_ place: String?, dryRun: Bool) async throws -> ActionReceipt {
        try await node.say(dryRun: dryRun) { view in
            let waiting = Self.waiting(view)
            let chosen = place.map { place in waiting.filter { $0.place.text == place } } ?? waiting
            if let place, chosen.isEmpty {
                throw CommandFailure(zh: "\(place) 没有等待本方确认的内容。", en: "Nothing at \(place) waits for this party.")
            }
            if place == nil, waiting.count > 1 {
                let places = waiting.map(\.place.text).joined(separator: ", ")
                throw CommandFailure(
                    zh: "有 \(waiting.count) 处等待确认，请逐一核对并指明：\(places)",
                    en: "\(waiting.count) entries wait; check each and name it: \(places)")
            }
            guard !chosen.isEmpty else {
                return (Bilingual(zh: "没有等待确认的内容。", en: "Nothing is waiting."), [])
            }
            let said = chosen.map { ($0.place.text, TerminalText.visible($0.about)) }
            return (
                Bilingual(
                    zh: "已确认：" + said.map { "\($0)「\($1)」" }.joined(separator: "；"),
                    en: "Endorsed: " + said.map { "\($0) “\($1)”" }.joined(separator: "; ")),
                chosen.map { Draft(channel: .common, entry: .readingsEndorsement($0.endorsement)) }
            )
        }
    }

    private struct Waiting {
        let place: EntryReference
        /// The reason of a correction; section, source and time of readings.
        let about: String
        let endorsement: ReadingsEndorsementEntry
    }

    private static func waiting(_ view: NodeView) -> [Waiting] {
        let corrections = view.docket.readings.correctionRecords.filter { !$0.counts(for: view.member.code) }
            .map { correction in
                let place = correction.record.reference
                return Waiting(
                    place: place, about: correction.record.body.reason,
                    endorsement: ReadingsEndorsementEntry(correction: place))
            }
        let readings = view.docket.jointReadings(waitingFor: view.member.code).map { record in
            let times = record.times.map { " \($0.lowerBound.text) – \($0.upperBound.text)" } ?? ""
            return Waiting(
                place: record.reference, about: "\(record.section.text) \(record.source)\(times)",
                endorsement: ReadingsEndorsementEntry(readings: record.reference))
        }
        return (corrections + readings).sorted { $0.place < $1.place }
    }
}
