public import Compensation
import Federation
public import Presentation
import TransparencyLog

/// Checks a document of evidence with nothing else at hand. Needs neither a node nor its configuration.
public struct EvidenceChecker: Sendable {
    let language: Language
    let format: OutputFormat

    public init(_ language: Language, format: OutputFormat) {
        self.language = language
        self.format = format
    }

    /// `key` is the verifier key that the person who checks believes in; without it the document's own is used.
    public func check(_ file: NamedFile, key vkey: String?) -> CommandOutcome {
        OfflineAnswer.of(language, format: format) {
            let given = try vkey.map { try KeyFile.key($0, "--key") }
            let evidence = Evidence.parse(file.bytes)
            let result = evidence.flatMap { evidence -> Result<ProvenFork, EvidenceFinding> in
                guard given.map({ $0 == evidence.key }) ?? true else {
                    return .failure(EvidenceFinding(.otherKey, evidence.key.vkey))
                }
                return evidence.examine()
            }
            let report = EvidenceCheckReport(
                file: file.name, result: result, algorithm: try? evidence.get().key.algorithm,
                unconfirmed: given == nil ? try? evidence.get().key : nil)
            return (report, report.isProven ? ExitCode.done : ExitCode.integrity)
        }
    }
}
