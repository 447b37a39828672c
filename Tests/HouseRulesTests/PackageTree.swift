import Foundation

/// The files of the package on disk.
enum PackageTree {
    /// The folder that holds `Package.swift`.
    static var root: URL {
        URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }

    /// Paths from the root of all files that are, or could be, under version control, sorted.
    static func paths() throws -> [String] {
        try paths(in: "").sorted()
    }

    /// The Swift files below `Sources`.
    static func sources() throws -> [SourceFile] {
        try paths().filter { $0.hasPrefix("Sources/") && $0.hasSuffix(".swift") }.map { path in
            SourceFile(path: path, text: String(decoding: try bytes(of: path), as: UTF8.self))
        }
    }

    static func bytes(of path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: path)))
    }

    private static func paths(in folder: String) throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(
            atPath: root.appending(path: folder).path)
        return try names.flatMap { name -> [String] in
            let path = folder.isEmpty ? name : folder + "/" + name
            guard !isIgnored(path, name: name) else { return [] }
            let kind =
                try FileManager.default.attributesOfItem(
                    atPath: root.appending(path: path).path)[.type] as? FileAttributeType
            switch kind {
            case .typeDirectory?: return try paths(in: path)
            case .typeRegular?: return [path]
            default: return []
            }
        }
    }

    /// What `.gitignore` keeps out, with the version control's own folder.
    private static func isIgnored(_ path: String, name: String) -> Bool {
        name == ".git" || name.hasPrefix(".build") || path == "certs/dev" || name == ".swiftpm"
            || name == "__pycache__" || name.hasSuffix(".xcodeproj") || path == "Package.resolved"
            || ["Benchmarks/Package.resolved", "Fuzz/Package.resolved"].contains(path)
    }
}
