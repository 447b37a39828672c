public import Compensation

/// Something wrong in a configuration file: where, what, and what to do.
public struct ConfigurationProblem: Error, Sendable {
    public let file: String
    /// 1-based; 0 when the file as a whole is meant.
    public let line: Int
    public let column: Int
    public let message: Bilingual

    init(file: String, line: Int = 0, column: Int = 0, zh: String, en: String) {
        self.file = file
        self.line = line
        self.column = column
        message = Bilingual(zh: zh, en: en)
    }

    /// `file:line:column: message`, as compilers and editors understand it.
    public func text(_ language: Language) -> String {
        let place = line > 0 ? "\(file):\(line):\(column)" : file
        return "\(place): \(message(language))"
    }
}
