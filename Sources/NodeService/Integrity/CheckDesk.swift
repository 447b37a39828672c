public import Compensation
import Federation
public import Foundation
import NodeStore
import Presentation

/// Carries out `check`: in this process, reading only, whether the node runs or not.
public struct CheckDesk {
    private let configuration: NodeConfiguration

    public init(_ configuration: NodeConfiguration) { self.configuration = configuration }

    /// Checks the node's databases, or the backup `file`.
    public func check(full: Bool, file: URL?, _ language: Language, json: Bool) throws -> CommandOutcome {
        let folder = DataFolder(configuration.data)
        guard file != nil || folder.isInitialised else { throw StoreError.notInitialised(configuration.data.path) }
        let examination = StoreExamination(
            try LogFile(contentsOf: file ?? folder.logDatabase), owner: configuration.node,
            keys: try KnownKeys(configuration), progress: ProgressLine(language))
        var report = full ? examination.full() : examination.quick()
        if file == nil, let complaint = ViewsDatabase.complaint(folder) {
            var damages = report.damages
            damages.add(Damage(.viewsUnreadable, .file, expected: "views.sqlite", found: complaint))
            report = CheckReport(full: full, logs: report.logs, damages: damages)
        }
        return CommandOutcome(
            exitCode: Self.exitCode(report), output: json ? report.jsonText : report.text(language))
    }

    static func exitCode(_ report: CheckReport) -> Int32 {
        if !report.isSound { return ExitCode.integrity }
        return report.damages.isEmpty ? ExitCode.done : ExitCode.attention
    }
}
