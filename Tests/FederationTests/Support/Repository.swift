import Foundation

/// The repository these tests lie in.
enum Repository {
    /// A file, by its path from the package root.
    static func bytes(_ path: String, from file: String = #filePath) throws -> [UInt8] {
        let root = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return [UInt8](try Data(contentsOf: root.appending(path: path)))
    }

    static func youshui() throws -> String {
        String(decoding: try bytes("schemes/酉水-重庆-湖南.md"), as: UTF8.self)
    }
}
