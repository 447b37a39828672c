import Compensation
import Federation
import Presentation
import Tabular
import TransparencyLog

/// Records a batch whole or not at all, and says where its readings stand.
struct BatchDesk {
    let node: Node
    let sender: IntakeSender

    enum Outcome {
        /// Everything stands in the log, durably.
        case recorded(BatchReceipt)
        /// Not JSON.
        case malformed(String)
        case refused([BatchIssue])
    }

    /// - Throws: what keeps the node from recording; nothing is recorded then.
    func record(_ batch: Batch) async throws -> Outcome {
        let (rows, issues): ([IntakeRow], [BatchIssue])
        switch batch.format {
        case .json:
            do throws(JSONText.Problem) {
                (rows, issues) = read(try JSONText.read(batch.bytes))
            } catch {
                return .malformed("\(error.reason.rawValue), byte \(error.offset)")
            }
        case .csv: (rows, issues) = await read(table: batch.bytes)
        }
        guard issues.isEmpty else { return .refused(issues) }
        return try await record(rows, digest: ContentDigest(of: batch.bytes), batch.format)
    }

    private func read(_ document: JSONText) -> ([IntakeRow], [BatchIssue]) {
        var batch = JSONBatch(sender: sender, now: node.clock.now)
        batch.read(document)
        return (batch.rows, batch.issues)
    }

    private func read(table bytes: [UInt8]) async -> ([IntakeRow], [BatchIssue]) {
        let view = await node.view
        var limits = TabularLimits.default
        limits.rows = JSONBatch.mostReadings + 1
        limits.cells = limits.rows * 64
        limits.issues = JSONBatch.mostIssues
        let read = ReadingsIntake(
            sections: view.docket.sections, party: view.member.code, year: nil, now: node.clock.now, limits: limits
        ).read(bytes)
        var issues = read.issues.map { BatchIssue(issue: $0) }
        issues += read.rows.filter { !sender.mayDeliver($0.section) }.prefix(limits.issues).map { row in
            let issue = ImportIssue(.sectionRefused, row: row.number, column: nil, found: row.section.text)
            return BatchIssue(issue: issue)
        }
        if issues.isEmpty, read.rows.isEmpty {
            issues = [BatchIssue(issue: ImportIssue(.empty, row: nil, column: nil))]
        }
        return (read.rows, issues)
    }

    private func record(_ rows: [IntakeRow], digest: ContentDigest, _ format: Batch.Format) async throws -> Outcome {
        guard let channel = ChannelName(sender.channel), node.configuration.origin(of: channel) != nil else {
            throw CommandFailure(
                ExitCode.failed, zh: "本节点没有通道 \(sender.channel)。", en: "This node has no channel \(sender.channel).")
        }
        let sender = sender
        let ((issues, known), places) = try await node.act { view -> (([ImportIssue], [EntryReference]), [Draft]) in
            let plan = IntakePlan(
                docket: view.docket, node: view.member.node, source: sender.source,
                file: "\(sender.name).\(format.rawValue)", fileDigest: digest)
            let decided = plan.readings(rows)
            guard decided.issues.isEmpty else { return ((decided.issues, []), []) }
            let record = KnownReadings(view.docket, node: view.member.node, source: sender.source)
            let known = rows.compactMap { record.entry($0.place) }
            return (([], known), decided.entries.map { Draft(channel: channel, entry: $0) })
        }
        guard issues.isEmpty else { return .refused(issues.map { Self.placed($0, format) }) }
        // The same for the batch that records them and for every repetition.
        let entries = (places + known).sorted().reduce(into: [EntryReference]()) { if $0.last != $1 { $0.append($1) } }
        return .recorded(BatchReceipt(digest: digest, readings: rows.count, entries: entries))
    }

    private static func placed(_ issue: ImportIssue, _ format: Batch.Format) -> BatchIssue {
        BatchIssue(pointer: format == .json ? issue.row.map { "/readings/\($0)" } : nil, issue: issue)
    }
}
