public import ArgumentParser
import NodeService
public import Presentation

/// How a command dresses what it has to say.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            Speech.text(
                zh: "输出格式：table、wide（更多列）、json 或 tsv（默认 table）",
                en: "output: table, wide (more columns), json or tsv (default table)"), valueName: "format"))
    var output: OutputFormat?

    @Flag(name: .long, help: ArgumentHelp(Speech.text(zh: "同 -o json", en: "the same as -o json")))
    var json = false

    var format: OutputFormat { output ?? (json ? .json : .table) }

    /// Whether remarks may stand beside the report.
    var isForPeople: Bool { format == .table || format == .wide }

    func validate() throws {
        guard !json || output == nil || output == .json else {
            throw ValidationError(Speech.text(zh: "--json 与 -o 不能同时使用", en: "--json and -o exclude each other"))
        }
    }
}

extension OutputFormat: ExpressibleByArgument {}
