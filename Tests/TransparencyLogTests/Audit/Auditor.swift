import Foundation
import Testing

/// The aics-tlog package from PyPI, an implementation of tlog-tiles that is not ours.
enum Auditor {
    /// What `audit_log.py` printed.
    struct Report: Decodable {
        let ok: Bool
        let stage: String?
        let origin: String?
        let size: Int?
        let root: String?
        let tiles: Int?
        let bundles: Int?
    }

    /// Audits a log directory. Fails the test when the auditor is not installed.
    static func audit(_ directory: URL, vkey: String) throws -> Report {
        let python = PackageRoot.url.appending(path: ".build-venv/bin/python3")
        try #require(
            FileManager.default.isExecutableFile(atPath: python.path),
            "no auditor at \(python.path): run scripts/test, which installs it")
        let process = Process()
        process.executableURL = python
        process.arguments = [
            PackageRoot.tests.appending(path: "audit_log.py").path, "--vkey", vkey, directory.path,
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let report = try JSONDecoder().decode(Report.self, from: answer)
        #expect(process.terminationStatus == (report.ok ? 0 : 1))
        return report
    }
}
