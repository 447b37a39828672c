import Compensation

/// The argument parser's own words, which it has in English only, in the language of the run.
enum ParserWords {
    /// What a line begins with or consists of.
    private static let beginnings: [(en: String, zh: String)] = [
        ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："),
        ("SUBCOMMANDS:", "子命令："), ("EXIT CODES:", "退出码："), ("Error: ", "错误："), ("Help:  ", "说明："),
    ]

    /// Phrases that hold what was typed, marked `*`.
    private static let phrases: [(en: String, zh: String)] = [
        ("Missing expected argument '*'", "缺少参数 *"), ("Missing one of: '*'", "缺少其一：*"),
        ("Missing value for '*'", "* 缺少值"), ("Missing required subcommand.", "缺少子命令。"),
        ("Unknown option '*'. Did you mean '*'?", "没有选项 *。是不是 *？"), ("Unknown option '*'", "没有选项 *"),
        ("Unexpected argument '*'", "多余的参数 *"), ("unexpected arguments: '*'", "个多余的参数：*"),
        ("The value '*' is invalid for '*'. Please provide one of *.", "“*”不能作为 * 的值，可用：*。"),
        ("The value '*' is invalid for '*'", "“*”不能作为 * 的值"), ("The value '*' is invalid.", "“*”不是可用的值。"),
        ("  See '*' for more information.", "  详见：*"), ("  See '*' for detailed help.", "  各子命令的说明：*"),
        ("(values: *; default: *)", "（可用：*；默认 *）"), ("(values: *)", "（可用：*）"), ("(default: *)", "（默认 *）"),
        ("Show the version.", "显示版本"), ("Show help information.", "显示帮助"), ("(default)  ", "（默认）   "),
        ("[<options>]", "[<选项>]"), ("<subcommand>", "<子命令>"),
    ]

    static func spoken(_ line: String) -> String {
        guard Speech.language == .zh else { return line }
        var line = line
        if let (en, zh) = beginnings.first(where: { line.hasPrefix($0.en) }) {
            line = zh + line.dropFirst(en.count)
        }
        for phrase in phrases { line = replaced(phrase.en, phrase.zh, in: line) }
        return line
    }

    /// The first place where the parts of `pattern` follow each other, with what lies between them put into `text`.
    private static func replaced(_ pattern: String, _ text: String, in line: String) -> String {
        let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
        guard let first = parts.first, let begin = line.firstRange(of: first) else { return line }
        var typed: [Substring] = []
        var end = begin.upperBound
        for part in parts.dropFirst() {
            guard let next = line[end...].firstRange(of: part) else { return line }
            typed.append(line[end..<next.lowerBound])
            end = next.upperBound
        }
        var spoken = ""
        for (position, part) in text.split(separator: "*", omittingEmptySubsequences: false).enumerated() {
            if position > 0, position <= typed.count { spoken += typed[position - 1] }
            spoken += part
        }
        return line[..<begin.lowerBound] + spoken + line[end...]
    }
}
