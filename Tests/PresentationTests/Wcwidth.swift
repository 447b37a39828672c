import Foundation

/// The Python package `wcwidth`, asked as an independent opinion on display width.
enum Wcwidth {
    /// Cells of each text according to `wcwidth.wcswidth`.
    static func widths(of texts: [String]) throws -> [Int] {
        guard FileManager.default.isExecutableFile(atPath: interpreter.path) else {
            throw Unavailable(reason: "no interpreter at \(interpreter.path)")
        }
        let process = Process()
        process.executableURL = interpreter
        process.arguments = ["-c", script]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        let question = try JSONEncoder().encode(texts)
        try process.run()
        // The script reads everything before it writes, so the two pipes cannot block each other.
        try input.fileHandleForWriting.write(contentsOf: question)
        try input.fileHandleForWriting.close()
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Unavailable(reason: "the module wcwidth cannot be imported there")
        }
        return try JSONDecoder().decode([Int].self, from: answer)
    }

    private static let script = """
        import json, sys
        try:
            from wcwidth import wcswidth
        except ImportError:
            sys.exit(3)
        texts = json.loads(sys.stdin.buffer.read())
        print(json.dumps([wcswidth(text) for text in texts]))
        """

    /// Where `scripts/test` installs the interpreter: `.build-venv` of the package.
    private static var interpreter: URL {
        URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: ".build-venv/bin/python3")
    }
}

/// The other implementation cannot be asked; the test that needs it fails rather than passing
/// unchecked.
struct Unavailable: Error, CustomStringConvertible {
    let reason: String

    var description: String {
        "wcwidth is needed: \(reason). Run scripts/test, which installs it."
    }
}
