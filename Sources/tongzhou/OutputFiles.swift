import Compensation
import Foundation
import NodeService

/// Writes what a command made. Nothing is ever overwritten, and nothing is written when any of it would be.
enum OutputFiles {
    static func requireNew(_ paths: [String]) throws {
        for path in paths where FileManager.default.fileExists(atPath: path) {
            try CommonOptions.finish(
                CommandOutcome(
                    exitCode: ExitCode.inputRefused,
                    errors: Speech.text(
                        zh: "\(path)：文件已存在，未写入任何内容\n", en: "\(path): the file exists; nothing was written\n"))
            )
        }
    }

    static func write(_ files: [(path: String, bytes: Data)]) throws {
        try requireNew(files.map(\.path))
        for file in files {
            try file.bytes.write(to: URL(filePath: file.path), options: .withoutOverwriting)
        }
    }

    static func write(_ files: [ProducedFile], into folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try write(files.map { (URL(filePath: folder).appending(path: $0.name).path, $0.bytes) })
    }

    static func told(_ paths: [String]) -> String {
        let list = paths.joined(separator: ", ")
        return Speech.text(zh: "已写入 \(list)\n", en: "wrote \(list)\n")
    }
}
