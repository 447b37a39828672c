import Foundation

/// Another program, asked for its opinion.
enum Program {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// What it prints; throws where it fails.
    static func output(_ program: String, _ arguments: [String], input: Data = Data()) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let (reading, writing) = (Pipe(), Pipe())
        process.standardInput = reading
        process.standardOutput = writing
        try process.run()
        // The programs read everything before they write, so the two pipes cannot block each other.
        try reading.fileHandleForWriting.write(contentsOf: input)
        try reading.fileHandleForWriting.close()
        let output = try writing.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: "\(program) \(arguments): \(process.terminationStatus)")
        }
        return output
    }
}
