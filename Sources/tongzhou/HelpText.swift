import ArgumentParser
import Foundation
import Presentation

/// What the argument parser has to say, finished for the reader: in the language of the run, with the exit codes,
/// and broken into lines by what the terminal shows rather than by character count.
enum HelpText {
    /// The parser breaks lines by itself, counting characters; it is to have all the room it wants.
    static let parserColumns = 100_000

    /// - Parameter message: the parser's own text, a help page or a message about wrong usage.
    static func finished(_ message: String) -> String {
        guard isForPeople(message) else { return message }
        let isHelp = message.hasPrefix("OVERVIEW: ") || message.hasPrefix("USAGE: ")
        let text = isHelp ? message.trimmingCharacters(in: .newlines) + "\n\n" + exitCodes : message
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return lines.flatMap {
            LineWrapping.wrapped(ParserWords.spoken($0), columns: columns, indent: indent(of: $0))
        }.joined(separator: "\n")
    }

    private static func isForPeople(_ message: String) -> Bool {
        ["OVERVIEW: ", "USAGE: ", "Error: "].contains { message.hasPrefix($0) }
    }

    private static var exitCodes: String {
        let codes = Speech.text(
            zh: "0 完成；1 失败；3 有事项需关注；4 尚未到达；5 完整性问题；6 输入被拒绝，未记录任何内容；7 节点未运行；64 用法错误；130 中断。",
            en:
                "0 done; 1 failed; 3 something needs attention; 4 not there yet; 5 integrity; 6 input refused, nothing recorded; 7 node not running; 64 wrong usage; 130 interrupted."
        )
        return "EXIT CODES:\n  \(codes)"
    }

    /// Where the parser begins descriptions.
    private static let descriptionColumn = 26

    private static func indent(of line: String) -> Int {
        if line.hasPrefix("USAGE: ") || line.hasPrefix("Usage: ") { return 7 }
        guard line.hasPrefix("  ") else { return 0 }
        // A name and its description, or a description below a name that is too long to stand beside it.
        return line.dropFirst(2).contains("  ") ? descriptionColumn : 2
    }

    private static var columns: Int {
        if let columns = Terminal.columns { return columns }
        return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }.map { max(40, $0) } ?? 80
    }
}
