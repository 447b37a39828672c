public import Compensation
public import Presentation
import TransparencyLog

/// Carries out the commands on scheme files. Needs neither a node nor its configuration; records nothing.
public struct SchemeDesk: Sendable {
    let language: Language
    let format: OutputFormat

    public init(_ language: Language, format: OutputFormat) {
        self.language = language
        self.format = format
    }

    /// Every problem of every file, or what each sound one says.
    public func check(_ files: [NamedFile]) -> CommandOutcome {
        OfflineAnswer.of(language, format: format) {
            let report = SchemeCheckReport(
                files.map { file in
                    SchemeCheckReport.File(
                        name: file.name, digest: ContentDigest(of: file.bytes), result: Scheme.load(file.bytes))
                })
            return (report, report.isSound ? ExitCode.done : ExitCode.inputRefused)
        }
    }

    /// The rules under their articles.
    public func show(_ file: NamedFile) -> CommandOutcome {
        OfflineAnswer.of(language, format: format) {
            (SchemeOutlineReport(try Self.load(file), digest: ContentDigest(of: file.bytes)), ExitCode.done)
        }
    }

    /// What the agreement would pay.
    public func run(_ form: TrialForm) -> CommandOutcome {
        OfflineAnswer.of(language, format: format) {
            let scheme = try Self.load(form.scheme)
            guard let period = Period(form.period) else {
                throw CommandFailure(
                    zh: "“\(form.period)”不是核算期。写法：2021-04-01、2021-W14、2021-04、2021-B2、2021-Q2、2021-H1、2021",
                    en:
                        "“\(form.period)” is no period. Write 2021-04-01, 2021-W14, 2021-04, 2021-B2, 2021-Q2, 2021-H1 or 2021"
                )
            }
            var readings: SchemeReadings?
            if let file = form.readings {
                readings = try SchemeReadings(file, of: scheme, year: form.year)
            }
            let supplied =
                try form.settings.map(SuppliedSetting.read)
                + (try form.facts.map { try FactsFile.read($0) } ?? [])
            let outcome = scheme.settle(period: period, readings: readings?.readings ?? [], supplied: supplied)
            let report = SchemeRunReport(
                scheme, digest: ContentDigest(of: form.scheme.bytes), period: period, inputs: readings?.summary,
                supplied: supplied, outcome: outcome)
            return (report, report.isComputed ? ExitCode.done : ExitCode.inputRefused)
        }
    }

    private static func load(_ file: NamedFile) throws -> Scheme {
        switch Scheme.load(file.bytes) {
        case .success(let scheme): return scheme
        case .failure(let problems): throw CommandFailure.scheme(file.name, problems)
        }
    }
}
