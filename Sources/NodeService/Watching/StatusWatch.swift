public import Compensation
import Foundation
public import Presentation

/// Shows the status again and again: in place on a terminal, a block for every change elsewhere.
public struct StatusWatch {
    private let client: ControlClient
    private let language: Language
    private let format: OutputFormat

    private static let pause = Duration.seconds(2)
    /// A node that does not run is read from its store, which is dearer and changes little.
    private static let longPause = Duration.seconds(10)

    public init(_ configuration: NodeConfiguration, _ language: Language, format: OutputFormat) {
        client = ControlClient(configuration)
        self.language = language
        self.format = format
    }

    /// Runs until the process is ended.
    public func run() async throws {
        let isTerminal = isatty(STDOUT_FILENO) == 1 && format != .json && format != .tsv
        var shown: StatusBrief?
        var estimate = CatchUpEstimate()
        while true {
            let outcome = try await client.perform(.status(check: false), language, format: format)
            let json =
                format == .json
                ? outcome : try await client.perform(.status(check: false), language, format: .json)
            guard outcome.exitCode == ExitCode.done, json.exitCode == ExitCode.done else {
                throw CommandFailure(
                    outcome.exitCode, zh: outcome.errors.trimmingCharacters(in: .newlines),
                    en: outcome.errors.trimmingCharacters(in: .newlines))
            }
            let brief = try StatusBrief(json: json.output)
            if isTerminal {
                let lines = estimate.lines(brief.neighbours, at: MachineTime.uptime).map { $0(language) + "\n" }
                let size = Self.size
                let text = FittedText.fitted(([outcome.output] + lines).joined(), columns: size.columns)
                try Self.write(Self.screen(text, size))
            } else if brief != shown {
                let isText = format == .table || format == .wide
                try Self.write((isText && shown != nil ? "\n" : "") + outcome.output)
            }
            shown = brief
            try await Task.sleep(for: brief.running ? Self.pause : Self.longPause)
        }
    }

    /// The text over what was there before; what does not fit at the bottom is left out, so that nothing scrolls.
    static func screen(_ text: String, _ size: (rows: Int, columns: Int)) -> String {
        var left = size.rows - 1
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().prefix { line in
            left -= max(1, (DisplayWidth.of(line) + size.columns - 1) / size.columns)
            return left >= 0
        }
        return "\u{1B}[H" + lines.map { $0 + "\u{1B}[K\n" }.joined() + "\u{1B}[J"
    }

    private static var size: (rows: Int, columns: Int) {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 1, size.ws_col > 0 else {
            return (24, 80)
        }
        return (Int(size.ws_row), Int(size.ws_col))
    }

    private static func write(_ text: String) throws {
        try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }
}
