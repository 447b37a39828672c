import Foundation

/// The repository these tests lie in.
enum Repository {
    /// A file, by its path from the package root.
    static func url(_ path: String, from file: String = #filePath) -> URL {
        URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: path)
    }

    static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: url(path))) }

    /// Where `scripts/setup --with-judges` installs other implementations.
    static var python: String { url(".build-venv/bin/python3").path }

    /// 里耶镇, 1 to 5 April 2021, as the national bulletin showed it: 28 rows, three of them exact repeats.
    static func liye() throws -> [UInt8] { try bytes("docs/demo/liye-2021-04.csv") }
}
