import Foundation

/// Reads a configuration file as text.
enum ConfigurationFile {
    static func text(of url: URL) throws -> String {
        guard let bytes = FileManager.default.contents(atPath: url.path) else {
            throw ConfigurationProblem(
                file: url.path, zh: "无法读取文件；请检查路径与权限", en: "the file cannot be read; check path and permissions")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ConfigurationProblem(file: url.path, zh: "文件不是 UTF-8", en: "the file is not UTF-8")
        }
        return text
    }
}
