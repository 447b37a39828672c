import Compensation
import Presentation

/// Words what commands have to say that need no node.
enum OfflineAnswer {
    /// The report of `body`, with its exit code; a refusal becomes one clear text.
    static func of(
        _ language: Language, format: OutputFormat, _ body: () throws -> (report: any Report, exitCode: Int32)
    ) -> CommandOutcome {
        do {
            let (report, exitCode) = try body()
            return CommandOutcome(exitCode: exitCode, output: report.rendered(format, language))
        } catch let refused as RefusedFile {
            let report = refused.report
            return CommandOutcome(
                exitCode: ExitCode.inputRefused, output: format == .json ? report.jsonText : "",
                errors: format == .json ? "" : report.text(language))
        } catch let failure as CommandFailure {
            return CommandOutcome(exitCode: failure.exitCode, errors: failure.text(language) + "\n")
        } catch {
            return CommandOutcome(
                exitCode: ExitCode.failed,
                errors: Bilingual(zh: "失败：\(error)", en: "failed: \(error)")(language) + "\n")
        }
    }
}
