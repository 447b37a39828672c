import Compensation
import Federation
import Presentation
import TransparencyLog

/// Recording, correcting and endorsing readings.
struct ReadingsDesk {
    let node: Node

    func record(_ file: OperatorCommand.ReadingsFile) async throws -> ImportReceipt {
        try await take(file, isCorrection: false) { plan, rows in plan.readings(rows) }
    }

    func correct(_ file: OperatorCommand.ReadingsFile, reason: String) async throws -> ImportReceipt {
        guard (1...2000).contains(reason.utf8.count) else {
            throw CommandFailure(zh: "更正必须说明理由（不超过 2000 字节）。", en: "A correction needs a reason of at most 2000 bytes.")
        }
        return try await take(file, isCorrection: true) { plan, rows in plan.corrections(rows, reason: reason) }
    }

    private func take(
        _ file: OperatorCommand.ReadingsFile, isCorrection: Bool,
        _ decide: @escaping @Sendable (IntakePlan, [IntakeRow]) -> IntakePlan.Outcome
    ) async throws -> ImportReceipt {
        guard let channel = ChannelName(file.channel), node.configuration.origin(of: channel) != nil else {
            throw CommandFailure(zh: "本节点没有通道 \(file.channel)。", en: "This node has no channel \(file.channel).")
        }
        guard (1...64).contains(file.source.utf8.count), (1...256).contains(file.name.utf8.count) else {
            throw CommandFailure(zh: "来源或文件名过长或为空。", en: "Source or file name is empty or too long.")
        }
        let now = node.clock.now
        let ((read, decided), places) = try await node.act { view in
            let read = ReadingsIntake(sections: view.docket.sections, year: file.year, now: now).read(file.bytes)
            let plan = IntakePlan(
                docket: view.docket, node: view.member.node, source: file.source, file: file.name,
                fileDigest: ContentDigest(of: file.bytes))
            let decided = read.issues.isEmpty ? decide(plan, read.rows) : IntakePlan.Outcome()
            let isSound = read.issues.isEmpty && decided.issues.isEmpty && !file.dryRun
            return ((read, decided), isSound ? decided.entries.map { Draft(channel: channel, entry: $0) } : [])
        }
        return ImportReceipt(
            file: file.name, encoding: read.encoding, isCorrection: isCorrection, dryRun: file.dryRun,
            newReadings: decided.newReadings, alreadyRecorded: decided.alreadyRecorded, repeatedRows: read.repeated,
            columnsNotRecorded: read.columnsNotRecorded, entries: places, issues: read.issues + decided.issues)
    }

    /// Endorses the correction at `place`; without a place the only one that waits, since what arrived unseen
    /// must not be endorsed along with what was checked.
    func endorse(_ place: String?) async throws -> ActionReceipt {
        let (chosen, entries) = try await node.act { view in
            let waiting = view.docket.readings.correctionRecords.filter { !$0.counts(for: view.member.code) }
            let chosen = place.map { place in waiting.filter { $0.record.reference.text == place } } ?? waiting
            if let place, chosen.isEmpty {
                throw CommandFailure(zh: "\(place) 没有等待本方确认的更正。", en: "No correction at \(place) waits for this party.")
            }
            if place == nil, waiting.count > 1 {
                let places = waiting.map(\.record.reference.text).joined(separator: ", ")
                throw CommandFailure(
                    zh: "有 \(waiting.count) 处更正等待确认，请逐一核对并指明：\(places)",
                    en: "\(waiting.count) corrections wait; check each and name it: \(places)")
            }
            guard let channel = ChannelName("common") else { return (chosen, []) }
            let drafts = chosen.map { correction in
                Draft(
                    channel: channel,
                    entry: .readingsEndorsement(ReadingsEndorsementEntry(correction: correction.record.reference)))
            }
            return (chosen, drafts)
        }
        guard !chosen.isEmpty else {
            return ActionReceipt(Bilingual(zh: "没有等待确认的更正。", en: "No correction is waiting."), entries: [])
        }
        let reasons = chosen.map { "\($0.record.reference.text)「\(TerminalText.visible($0.record.body.reason))」" }
        return ActionReceipt(
            Bilingual(
                zh: "已确认更正：\(reasons.joined(separator: "；"))", en: "Endorsed: \(reasons.joined(separator: "; "))"),
            entries: entries)
    }
}
