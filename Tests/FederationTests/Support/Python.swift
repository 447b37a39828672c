import Foundation

/// The Python standard library, asked as an independent opinion.
enum Python {
    private struct Failure: Error {
        let status: Int32
    }

    /// Runs a script with a JSON array of texts on its standard input; it answers with another.
    static func answer(_ script: String, to texts: [String]) throws -> [String] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        let question = try JSONEncoder().encode(texts)
        try process.run()
        // The scripts read everything before they write, so the two pipes cannot block each other.
        try input.fileHandleForWriting.write(contentsOf: question)
        try input.fileHandleForWriting.close()
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return try JSONDecoder().decode([String].self, from: answer)
    }
}
