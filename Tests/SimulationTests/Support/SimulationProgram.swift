import Foundation

/// The program itself, as another process.
enum SimulationProgram {
    struct Failure: Error {
        let status: Int32
        let output: String
    }

    /// What it prints. Into a file: a pipe that nobody empties holds it up.
    static func run(_ arguments: [String]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "tongzhou-sim-\(UUID().uuidString).txt")
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        // It lies beside the test bundle, in the folder of the same build.
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "tongzhou-sim")
        process.arguments = arguments
        process.standardOutput = try FileHandle(forWritingTo: file)
        try process.run()
        process.waitUntilExit()
        let output = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus, output: output) }
        return output
    }
}
