import Foundation

/// Reads a configuration file as text.
enum ConfigurationFile {
    /// The largest file that is read, in bytes; anything above it is a wrong path.
    static let largest = 256 * 1024

    /// A file that only its owner may read.
    /// - Throws: `ConfigurationProblem`, also when others may read it.
    static func secret(of url: URL) throws -> String {
        let text = try text(of: url)
        let attributes = try FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)
        guard let mode = attributes[.posixPermissions] as? NSNumber, mode.intValue & 0o077 == 0 else {
            throw ConfigurationProblem(
                file: url.path, zh: "私钥文件可被他人读取；请执行 chmod 600", en: "others can read this private key; run chmod 600")
        }
        return text
    }

    /// - Throws: `ConfigurationProblem` when the file cannot be read, is too large or is not UTF-8.
    static func text(of url: URL) throws -> String {
        let bytes: Data
        do {
            let file = try FileHandle(forReadingFrom: url)
            defer { try? file.close() }
            // One byte more than allowed shows that there is more, however large the file is.
            bytes = try file.read(upToCount: largest + 1) ?? Data()
        } catch {
            throw ConfigurationProblem(
                file: url.path, zh: "无法读取文件；请检查路径与权限", en: "the file cannot be read; check path and permissions")
        }
        guard bytes.count <= largest else {
            throw ConfigurationProblem(
                file: url.path, zh: "文件超过 \(largest) 字节", en: "the file has more than \(largest) bytes")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ConfigurationProblem(file: url.path, zh: "文件不是 UTF-8", en: "the file is not UTF-8")
        }
        return text
    }
}
