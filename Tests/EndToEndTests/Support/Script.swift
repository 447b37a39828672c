import Foundation

/// A script in the spirit of testscript: steps, then the files they need.
///
///     # a remark
///     $ tongzhou import bad.csv
///     exit 6
///     err bad.csv row 3 column B
///     -- bad.csv --
///     …
///
/// After `$`: `exit N` (0 when not given), `out`, `err`, `no-out`, `no-err` with a fragment, `silent` for no output
/// at all, `json` for one JSON object with a schema number.
/// `serve`, `stop` with a node's code, `serve` also with options; `agree` for the Youshui agreement in force;
/// `entries CODE/CHANNEL N` for the number of entries a node's own log holds. `$PROJECT` is the project's folder,
/// `$TODAY` the day in China.
struct Script {
    let name: String
    let steps: [ScriptStep]
    let files: [(name: String, text: String)]

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Scripts")

    /// The names of all scripts.
    static var names: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted()
    }

    init(_ name: String) throws {
        self.name = name
        let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        var steps: [ScriptStep] = []
        var files: [(name: String, text: String)] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("-- "), line.hasSuffix(" --") {
                files.append((String(line.dropFirst(3).dropLast(3)), ""))
            } else if !files.isEmpty {
                files[files.count - 1].text += line + "\n"
            } else if !line.isEmpty, !line.hasPrefix("#") {
                let halves = line.split(separator: " ", maxSplits: 1).map(String.init)
                steps.append(ScriptStep(line: index + 1, word: halves[0], rest: halves.count > 1 ? halves[1] : ""))
            }
        }
        self.steps = steps
        // The last line end belongs to the archive, not to its last file.
        self.files = files.map { ($0.name, $0.text.hasSuffix("\n\n") ? String($0.text.dropLast()) : $0.text) }
    }
}
