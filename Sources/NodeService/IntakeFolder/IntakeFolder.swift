import Compensation
import Federation
import Foundation
import Logging
import Presentation
import Tabular
import TransparencyLog

/// One watched folder: files that have come to rest in it are recorded or refused whole, and moved to where that shows.
///
/// A file is moved only after it is recorded, so a crash between the two makes it come again, and "already recorded".
struct IntakeFolder {
    private let settings: IntakeFolderConfiguration
    private let node: Node
    private let language: Language
    private let limits = TabularLimits.default
    private let done: OutcomeFolder
    private let refused: OutcomeFolder
    private var sightings: [String: Sighting] = [:]

    /// What is known about a file that has not been taken yet.
    private struct Sighting {
        let stamp: FileStamp
        var due: Deadline
        var problem = ""
    }

    /// How long a file that could not be taken is left alone.
    private static let patience = Duration.seconds(60)

    init(_ settings: IntakeFolderConfiguration, node: Node, language: Language) {
        self.settings = settings
        self.node = node
        self.language = language
        done = OutcomeFolder(url: settings.folder.appending(path: "done"))
        refused = OutcomeFolder(url: settings.folder.appending(path: "refused"))
    }

    /// Names that programs give to what is not finished, and the two folders of the outcome.
    static func isIgnored(_ name: String) -> Bool {
        let lower = name.lowercased()
        return name.hasPrefix(".") || name.hasPrefix("~$") || lower.hasSuffix(".tmp") || lower.hasSuffix(".part")
            || name == "done" || name == "refused"
    }

    /// Takes what is ready, earlier names first. Returns what needs attention.
    mutating func look() async -> [Condition] {
        let names: [String]
        do {
            try done.make()
            try refused.make()
            names = try FileManager.default.contentsOfDirectory(atPath: settings.folder.path)
                .filter { !Self.isIgnored($0) }.sorted { $0.precedesInBytes($1) }
        } catch {
            return [Condition(.intakeStuck, subject: settings.folder.path, detail: Self.words(error))]
        }
        sightings = sightings.filter { names.contains($0.key) }
        for name in names where !Task.isCancelled { await look(at: name) }
        return conditions(names)
    }

    private func conditions(_ names: [String]) -> [Condition] {
        let stuck = names.filter { sightings[$0]?.problem.isEmpty == false }
        let waiting = refused.count
        return stuck.prefix(20).map { name in
            let path = settings.folder.appending(path: name).path
            return Condition(.intakeStuck, subject: path, detail: sightings[name]?.problem ?? "")
        }
            + (waiting == 0 ? [] : [Condition(.intakeRefused, subject: refused.url.path, detail: "\(waiting)")])
    }

    private mutating func look(at name: String) async {
        let url = settings.folder.appending(path: name)
        guard let stamp = FileStamp(at: url.path) else {
            // Gone, or of a name in another encoding, by which it cannot be reached.
            guard name.contains("\u{FFFD}") else { return }
            let text = Bilingual(zh: "文件名不是 UTF-8，请改名", en: "the name is not UTF-8; rename the file")
            return tell("\(text.zh) \(text.en)", about: name, stamp: sightings[name]?.stamp)
        }
        guard let sighting = sightings[name], sighting.stamp == stamp else {
            sightings[name] = Sighting(stamp: stamp, due: Deadline(after: .seconds(settings.quietSeconds)))
            return
        }
        guard sighting.due.left <= .zero else { return }
        do {
            try await take(name, url, stamp)
            sightings[name] = nil
        } catch {
            tell(Self.words(error), about: name, stamp: stamp)
        }
    }

    private mutating func tell(_ problem: String, about name: String, stamp: FileStamp?) {
        let isNew = sightings[name]?.problem != problem
        if let stamp = stamp ?? FileStamp(at: settings.folder.path) {
            sightings[name] = Sighting(stamp: stamp, due: Deadline(after: Self.patience), problem: problem)
        }
        guard isNew else { return }
        node.logger.error(
            "a file could not be taken",
            metadata: ["event": "intake-stuck", "file": "\(settings.folder.path)/\(name)", "detail": "\(problem)"])
    }

    private func take(_ name: String, _ url: URL, _ stamp: FileStamp) async throws {
        guard stamp.kind == .file else {
            let issue = ImportIssue(.notAFile, row: nil, column: nil, found: stamp.kind.rawValue)
            return try refuse(name, url, stamp, issue)
        }
        guard stamp.size <= limits.bytes else {
            let issue = ImportIssue(
                .tooLarge, row: nil, column: nil, found: "\(stamp.size)", expected: "\(limits.bytes)")
            return try refuse(name, url, stamp, issue)
        }
        // Changed since it was looked at: it has to come to rest again.
        guard let bytes = try stamp.bytes(at: url.path) else { return }
        var file = OperatorCommand.ReadingsFile(
            name: name, bytes: bytes, year: settings.year, source: settings.source, channel: settings.channel.text,
            dryRun: false)
        file.detectionLimits = settings.detectionLimits
        file.ignoredColumns = settings.ignoredColumns
        let taken = try await ReadingsDesk(node: node).record(file)
        let (receipt, copies) = taken.handedBack(language)
        try put(name, url, stamp, receipt, copy: copies.first, digest: ContentDigest(of: bytes))
    }

    private func refuse(_ name: String, _ url: URL, _ stamp: FileStamp, _ issue: ImportIssue) throws {
        let receipt = ImportReceipt(
            file: name, encoding: "", isCorrection: false, dryRun: false, newReadings: 0, alreadyRecorded: 0,
            repeatedRows: 0, columnsNotRecorded: [], entries: [], issues: [issue])
        try put(name, url, stamp, receipt, copy: nil, digest: nil)
    }

    private func put(
        _ name: String, _ url: URL, _ stamp: FileStamp, _ receipt: ImportReceipt, copy: ProducedFile?,
        digest: ContentDigest?
    ) throws {
        // What came in its place meanwhile is another file.
        guard FileStamp(at: url.path) == stamp else { return }
        let target = receipt.issues.isEmpty ? done : refused
        let language = language
        let copyName = copy.map { _ in { IssuesWorkbook.name(of: $0, language) } }
        guard let place = target.free(name, copyName: copyName) else {
            throw CommandFailure(
                ExitCode.failed, zh: "\(target.url.path) 中同名文件过多",
                en: "too many files of that name in \(target.url.path)")
        }
        let kept = FolderReceipt(
            at: node.clock.now, keptAs: place.file.lastPathComponent, copy: place.copy?.lastPathComponent,
            source: settings.source, channel: settings.channel, digest: digest, receipt: receipt)
        try target.put(url, of: stamp.kind, at: place, receipt: Data(kept.jsonText.utf8), copy: copy?.bytes)
        node.logger.log(
            level: receipt.issues.isEmpty ? .info : .warning, "a file was taken",
            metadata: [
                "event": "intake-\(kept.outcome.rawValue)", "file": "\(TerminalText.visible(name))",
                "readings": "\(receipt.newReadings)", "issues": "\(receipt.issues.count)",
            ])
    }

    private static func words(_ error: any Error) -> String {
        if let failure = error as? CommandFailure { return "\(failure.text(.zh)) \(failure.text(.en))" }
        return FailureWording.outcome(error, .en).errors.trimmingCharacters(in: .newlines)
    }
}
