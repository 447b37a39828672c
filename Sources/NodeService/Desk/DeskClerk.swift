import Compensation
import Federation
import Foundation
import Presentation
import Synchronization
import TransparencyLog

/// Turns a form into the command that the command line would send, has it carried out by the same desk and writes down
/// who asked for it. No rule of the trade is decided here.
struct DeskClerk {
    let node: Node
    let operators: (account: OperatorAccount, session: DeskSession)
    let from: String
    let language: Language

    private var account: OperatorAccount { operators.account }
    private var session: DeskSession { operators.session }
    var frame: DeskFrame {
        let session = session
        return DeskFrame(name: account.name, role: account.role) { session.seal($0) }
    }

    /// What a form asks for.
    private struct Order {
        let subject: String
        let command: (_ dryRun: Bool) -> OperatorCommand
        /// Said once more to confirm it.
        let fields: [(String, String)]
        let path: [String]
        /// What was typed in the form that is confirmed, where the confirmation does not say it once more.
        var typed: [(name: String, value: String)]?
    }

    /// - Throws: when it cannot be written down; nothing was done then.
    func perform(_ act: DeskAct, _ form: FormFields) async throws -> any PageContent {
        let confirmed = form["confirm"] != nil
        do {
            if act == .correct, form["seen"] == nil { return try await correction(form) }
            guard !confirmed || form.text(Self.previewed(act)) != nil, let order = try await order(act, form) else {
                let words = Bilingual(
                    zh: "表单不完整，或所要确认的文件已不在；请重新填写。",
                    en: "The form is not complete, or the file to confirm is gone; begin again.")
                if confirmed { return RefusalContent(words) }
                return try await refused(act, form, words)
            }
            if confirmed { try write(.asked, act, order.subject, "") }
            return try await carryOut(order, act, confirmed, form)
        } catch let failure as CommandFailure {
            let text = failure.text(language)
            try write(.refused, act, "", text)
            let page = try await again(act, form)
            return OutcomeContent(
                act, .refused, text: text, next: Self.next(page), hasCopy: false, path: page?.path ?? ["inbox"], frame)
        }
    }

    /// Refused before anything was asked of the node.
    private func refused(_ act: DeskAct, _ form: FormFields, _ words: Bilingual) async throws -> any PageContent {
        guard let page = try await again(act, form) else { return RefusalContent(words) }
        return OutcomeContent(
            act, .refused, text: words(language), next: .again(page), hasCopy: false, path: page.path, frame)
    }

    private static func next(_ page: (any PageContent)?) -> OutcomeContent.Next {
        if let page { .again(page) } else { .nothing }
    }

    /// The field by which a confirmation says what was previewed.
    private static func previewed(_ act: DeskAct) -> String {
        switch act {
        case .importReadings: "file-digest"
        case .correct: "seen"
        case .endorse: "place"
        default: "digest"
        }
    }

    private func carryOut(
        _ order: Order, _ act: DeskAct, _ confirmed: Bool, _ form: FormFields
    ) async throws -> any PageContent {
        let outcome = await CommandDesk(node: node, running: true).perform(
            order.command(!confirmed), language, format: .table)
        let verdict: AuditOutcome =
            switch outcome.exitCode {
            case ExitCode.done: confirmed ? .done : .previewed
            case ExitCode.failed: .failed
            default: .refused
            }
        let text = outcome.output + outcome.errors
        let isImport = act == .importReadings
        if isImport {
            session.files.withLock { files in
                files.returned = outcome.files.first
                if confirmed || verdict != .previewed { files.checked = nil }
            }
        }
        try write(verdict, act, order.subject, text)
        return OutcomeContent(
            act, verdict, text: text, next: try await next(verdict, order, act, form),
            hasCopy: isImport && !outcome.files.isEmpty, path: order.path, frame)
    }

    private func next(
        _ verdict: AuditOutcome, _ order: Order, _ act: DeskAct, _ form: FormFields
    ) async throws -> OutcomeContent.Next {
        switch verdict {
        case .previewed: return .confirm(order.fields)
        case .done: return .nothing
        default:
            if let typed = order.typed { return .again(again(typed)) }
            return Self.next(try await again(act, form))
        }
    }

    func write(_ outcome: AuditOutcome, _ act: DeskAct, _ subject: String, _ detail: String) throws {
        try node.audit.record(
            outcome, act.rawValue, subject: subject, by: account.name, role: account.role, from: from, detail: detail,
            at: node.clock.now)
    }

    // MARK: Orders

    private func order(_ act: DeskAct, _ form: FormFields) async throws -> Order? {
        switch act {
        case .importReadings: return try importOrder(form)
        case .correct: return try await correctionOrder(form)
        case .propose, .accept, .object: return settlementOrder(act, form)
        case .endorse:
            guard let place = form.text("place") else { return nil }
            return Order(
                subject: place, command: { .endorse(place: place, dryRun: $0) }, fields: [("place", place)],
                path: ["inbox"])
        case .logIn, .logOut, .readAudit: return nil
        }
    }

    private func settlementOrder(_ act: DeskAct, _ form: FormFields) -> Order? {
        guard let agreement = form.text("agreement"), let period = form.text("period") else { return nil }
        let digest = form.text("digest")
        let expected = SettlementCommand.Expectation(digest: digest)
        let objection = SettlementCommand.ObjectionForm(
            place: form["place"] ?? "", words: form.line("words") ?? "", digest: digest)
        let names = ["agreement", "period", "digest"] + (act == .object ? ["place", "words"] : [])
        return Order(
            subject: "\(agreement) \(period) \((digest ?? "").prefix(12))",
            command: { dryRun in
                switch act {
                case .propose: .settlement(.propose(agreement: agreement, period: period, expected, dryRun: dryRun))
                case .accept: .settlement(.accept(agreement: agreement, period: period, expected, dryRun: dryRun))
                default: .settlement(.object(agreement: agreement, period: period, objection, dryRun: dryRun))
                }
            }, fields: names.compactMap { name in form.line(name).map { (name, $0) } },
            path: ["settlements", agreement])
    }

    // MARK: Files

    private func importOrder(_ form: FormFields) throws -> Order? {
        let file: OperatorCommand.ReadingsFile
        if let digest = form.text("file-digest") {
            guard let checked = session.files.withLock({ $0.checked }), Self.digest(checked) == digest else {
                return nil
            }
            file = checked
        } else {
            guard let sent = form.file, !sent.bytes.isEmpty else { return nil }
            let year = try form.text("year").map { text in
                guard let year = Int(text), (1900...2200).contains(year) else {
                    throw CommandFailure(zh: "年份应为四位数字。", en: "A year has four digits.")
                }
                return year
            }
            file = Self.file(sent.name, sent.bytes, year: year, form, reason: form.text("reason"))
            let checked = file
            session.files.withLock { $0.checked = checked }
        }
        return Order(
            subject: "\(file.name) \(ContentDigest(of: Array(file.bytes)).hex.prefix(12))",
            command: { dryRun in
                var copy = OperatorCommand.ReadingsFile(
                    name: file.name, bytes: Array(file.bytes), year: file.year, source: file.source,
                    channel: file.channel, dryRun: dryRun)
                copy.correction = file.correction
                return .importReadings(copy)
            }, fields: [("file-digest", Self.digest(file))], path: ["import"],
            typed: [
                ("year", file.year.map(String.init) ?? ""), ("source", file.source), ("channel", file.channel),
                ("reason", file.correction ?? ""),
            ])
    }

    private static func file(
        _ name: String, _ bytes: [UInt8], year: Int?, _ form: FormFields, reason: String?
    ) -> OperatorCommand.ReadingsFile {
        var file = OperatorCommand.ReadingsFile(
            name: name, bytes: bytes, year: year, source: form["source"] ?? "", channel: form["channel"] ?? "",
            dryRun: true)
        file.correction = reason
        return file
    }

    /// Of everything that was previewed, not of the bytes alone.
    private static func digest(_ file: OperatorCommand.ReadingsFile) -> String {
        let parts = [file.name, file.source, file.channel, file.year.map(String.init) ?? "", file.correction ?? ""]
        let digests = (parts.map { Array($0.utf8) } + [Array(file.bytes)]).map { ContentDigest(of: $0).hex }
        return ContentDigest(of: Array(digests.joined().utf8)).hex
    }

    // MARK: Corrections

    private func correction(_ form: FormFields) async throws -> any PageContent {
        guard let (section, reading, sheet) = try await sheet(form) else {
            return try await refused(.correct, form, Bilingual(zh: "没有这条数据。", en: "There is no such reading."))
        }
        return CorrectionContent(
            section: section, reading: reading, seen: sheet.seen, cells: sheet.cells, frame)
    }

    private func correctionOrder(_ form: FormFields) async throws -> Order? {
        guard let (section, reading, sheet) = try await sheet(form), let reason = form.line("reason"), !reason.isEmpty
        else { return nil }
        guard form["seen"] == sheet.seen else {
            throw CommandFailure(
                ExitCode.integrity, zh: "这条数据在此期间已有变化，请重新查看。", en: "The reading has changed meanwhile; look again.")
        }
        let bytes = sheet.bytes { form[$0] }
        let (source, channel) = (sheet.source, sheet.channel.text)
        let names = ["section", "reading", "seen", "reason"] + sheet.cells.map(\.name)
        return Order(
            subject: "\(section) \(reading)",
            command: { dryRun in
                .correctReadings(
                    OperatorCommand.ReadingsFile(
                        name: "desk.csv", bytes: bytes, year: nil, source: source, channel: channel, dryRun: dryRun),
                    reason: reason)
            }, fields: names.compactMap { name in form.line(name).map { (name, $0) } }, path: ["sections", section])
    }

    func sheet(_ form: FormFields) async throws -> (section: String, reading: String, CorrectionSheet)? {
        let chosen = form.text("time").flatMap { time in form.text("source").map { "\(time)|\($0)" } }
        guard let section = form.text("section"), let reading = form.text("reading") ?? chosen else { return nil }
        return try CorrectionSheet(await node.docket, node: node.member.node, section: section, reading: reading)
            .map { (section, reading, $0) }
    }
}
