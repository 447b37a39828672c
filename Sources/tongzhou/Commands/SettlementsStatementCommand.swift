import ArgumentParser
import Foundation
import NodeService

/// Shows the statement of a settlement, or writes it as a file to print.
struct SettlementsStatementCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "statement",
            abstract: Speech.text(
                zh: "结算单：金额大小写、断面、签署与核验码", en: "the statement: amounts in figures and capitals, signatures, code"),
            discussion: Speech.text(
                zh:
                    "--to 按后缀写成 .xlsx、.html（A4 版式，可打印）或 .pdf（需装有 chromium 或 weasyprint）。已有的文件不会被覆盖。核验码可在任一节点的公开页面查对（docs/pages.md）。",
                en:
                    "--to writes .xlsx, .html (an A4 sheet to print) or .pdf (needs chromium or weasyprint) by the ending of the name. Nothing is overwritten. The code can be looked up on the public pages of any node (docs/pages.md)."
            ))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var settlement: SettlementArguments
    @OptionGroup var choice: SettlementChoice
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "写入的文件", en: "file to write"), valueName: "FILE.xlsx|FILE.html|FILE.pdf"))
    var to: String?

    private var format: String { to.map { URL(filePath: $0).pathExtension.lowercased() } ?? "" }

    func validate() throws {
        guard to == nil || ["xlsx", "html", "pdf"].contains(format) else {
            throw ValidationError(
                Speech.text(
                    zh: "--to 的文件名应以 .xlsx、.html 或 .pdf 结尾", en: "--to must end in .xlsx, .html or .pdf"))
        }
    }

    func run() async throws {
        try await CommonOptions.guarded {
            let outcome = try await node.outcome(
                of: .settlement(
                    .statement(agreement: settlement.agreement, period: settlement.period, digest: choice.digest)))
            let wanted = format == "pdf" ? "html" : format
            guard let to, outcome.exitCode == ExitCode.done,
                let file = outcome.files.first(where: { $0.name.hasSuffix("." + wanted) })
            else { return try CommonOptions.finish(outcome) }
            try OutputFiles.requireNew([to])
            guard format == "pdf" else {
                try OutputFiles.write([(to, file.bytes)])
                return try node.finish(outcome, adding: OutputFiles.told([to]))
            }
            guard let pdf = try StatementPrinter.pdf(file.bytes) else {
                return try CommonOptions.finish(
                    CommandOutcome(
                        exitCode: ExitCode.failed,
                        errors: Speech.text(
                            zh: "未能制成 PDF：请安装 chromium 或 weasyprint，或写成 .html 后用浏览器打印\n",
                            en:
                                "no PDF could be made: install chromium or weasyprint, or write .html and print it with a browser\n"
                        )))
            }
            try OutputFiles.write([(to, pdf)])
            try node.finish(outcome, adding: OutputFiles.told([to]))
        }
    }
}
