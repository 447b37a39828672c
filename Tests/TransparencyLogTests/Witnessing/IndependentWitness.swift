import Foundation
import Testing

/// The aics-witness package from PyPI, an implementation of tlog-witness that is not ours.
enum IndependentWitness {
    struct Answer: Decodable {
        let status: Int
        let type: String?
        let body: String
    }

    /// What `witness_judge.py` printed.
    struct Report: Decodable {
        let vkey: String
        let answers: [Answer]
        let shown: String
    }

    private struct Question: Encodable {
        let origin: String
        let vkey: String
        let bodies: [String]
    }

    /// Submits the bodies in turn. Fails the test when the package is not installed.
    static func answer(_ bodies: [[UInt8]], origin: String, vkey: String) throws -> Report {
        let python = PackageRoot.url.appending(path: ".build-venv/bin/python3")
        try #require(
            FileManager.default.isExecutableFile(atPath: python.path),
            "no witness at \(python.path): run scripts/test, which installs it")
        let process = Process()
        process.executableURL = python
        process.arguments = [PackageRoot.tests.appending(path: "witness_judge.py").path]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let question = Question(origin: origin, vkey: vkey, bodies: bodies.map { Data($0).base64EncodedString() })
        try input.fileHandleForWriting.write(contentsOf: try JSONEncoder().encode(question))
        try input.fileHandleForWriting.close()
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return try JSONDecoder().decode(Report.self, from: answer)
    }
}
