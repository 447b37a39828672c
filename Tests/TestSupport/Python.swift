import Foundation

/// The Python standard library, asked as an independent opinion.
public enum Python {
    /// Runs a script with JSON on its standard input and reads JSON from its standard output.
    public static func answer<Question: Encodable, Answer: Decodable>(
        _ script: String, to question: Question, as type: Answer.Type = Answer.self
    ) throws -> Answer {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        let bytes = try JSONEncoder().encode(question)
        try process.run()
        // The scripts read everything before they write, so the two pipes cannot block each other.
        try input.fileHandleForWriting.write(contentsOf: bytes)
        try input.fileHandleForWriting.close()
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw PythonFailure(status: process.terminationStatus)
        }
        return try JSONDecoder().decode(Answer.self, from: answer)
    }
}
