import Compensation
import Foundation

/// The Python evaluator of `Tests/SecondOpinion`, timed by itself.
struct SecondOpinion {
    struct Failed: Error {
        let output: String
    }

    let folder: URL

    /// Settlements per second.
    func settlements(_ scheme: String, _ example: Case, count: Int) throws -> Double {
        let place = FileManager.default.temporaryDirectory.appending(
            path: "bench-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let rows = example.readings.map { reading in
            Row(
                section: reading.section.text, time: reading.time.text, status: reading.status.rawValue,
                values: Dictionary(uniqueKeysWithValues: reading.values.map { ($0.indicator.code, $0.value.text) }))
        }
        let given = example.supplied.map { Given(name: $0.name, arguments: $0.arguments, value: $0.value) }
        let (file, data, supplied) = (
            place.appending(path: "scheme.md"), place.appending(path: "data.json"),
            place.appending(path: "supplied.json")
        )
        try scheme.write(to: file, atomically: true, encoding: .utf8)
        try JSONEncoder().encode(rows).write(to: data)
        try JSONEncoder().encode(given).write(to: supplied)
        let output = try run([
            "-m", "second_opinion", "bench", file.path, "--period", example.period.text, "--data", data.path,
            "--supplied", supplied.path, "--count", "\(count)",
        ])
        guard output.contains("(settled)"), let rate = output.split(separator: " ").first.flatMap({ Double($0) })
        else { throw Failed(output: output) }
        return rate
    }

    /// Classifications of five items per second, with exact fractions.
    func classifications(count: Int) throws -> Double {
        let script = """
            import random, time
            from fractions import Fraction
            from second_opinion.water import FIVE_ITEMS, standard_indicators
            items = [one for one, names in standard_indicators() if names[0] in FIVE_ITEMS]
            rows = [[Fraction(random.randint(5, 9000), 1000) * one.factor for one in items] for _ in range(1000)]
            begin = time.perf_counter()
            for turn in range(\(count)):
                row = rows[turn % 1000]
                max(one.judge(value, "river") for one, value in zip(items, row))
            print(\(count) / (time.perf_counter() - begin))
            """
        let output = try run(["-c", script])
        guard let rate = Double(output.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw Failed(output: output)
        }
        return rate
    }

    private struct Row: Encodable {
        let section: String
        let time: String
        let status: String
        let values: [String: String]
    }

    private struct Given: Encodable {
        let name: String
        let arguments: [String]
        let value: String
    }

    private func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.currentDirectoryURL = folder
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }
}
