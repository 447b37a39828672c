import Foundation
import Testing

/// The tlog-scales package from PyPI, a maker and judge of proofs that is not ours.
enum ProofJudge {
    private struct Verdict: Decodable {
        let ok: Bool
        let error: String?
    }

    /// What the judge finds wrong with a proof file; `nil` when it proves the entry.
    static func refusal(of proof: [UInt8], entry: [UInt8], vkey: String) throws -> String? {
        let folder = FileManager.default.temporaryDirectory.appending(path: "proof-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = [folder.appending(path: "p.tlog-proof"), folder.appending(path: "p.json")]
        try Data(proof).write(to: files[0])
        try Data(entry).write(to: files[1])
        let verdict = try JSONDecoder().decode(
            Verdict.self, from: Data(try run(["verify", vkey, files[0].path, files[1].path])))
        return verdict.ok ? nil : verdict.error ?? "refused"
    }

    /// Writes a log of `size` entries named `entry 0`, `entry 1`, … and returns its verifier key.
    static func log(_ folder: URL, seed: String, size: Int) throws -> String {
        String(decoding: try run(["log", folder.path, seed, "\(size)"]).dropLast(), as: UTF8.self)
    }

    /// The proof file that the judge makes for one entry of a log directory.
    static func prove(_ folder: URL, index: Int) throws -> [UInt8] {
        try run(["prove", folder.path, "\(index)"])
    }

    private static func run(_ arguments: [String]) throws -> [UInt8] {
        let python = PackageRoot.url.appending(path: ".build-venv/bin/python3")
        try #require(
            FileManager.default.isExecutableFile(atPath: python.path),
            "no judge at \(python.path): run scripts/test, which installs it")
        let process = Process()
        process.executableURL = python
        process.arguments = [PackageRoot.tests.appending(path: "check_proof.py").path] + arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(arguments) ended with \(process.terminationStatus)")
        return Array(answer)
    }
}
