import Foundation

/// `openssl s_server`, which believes every client, on a port of its own for the length of `body`.
enum OpenSSLServer {
    static func with<T>(_ options: [String], _ body: (Int) async throws -> T) async throws -> T {
        try await withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let output = URL(filePath: folder + "/output")
            try Data().write(to: output)
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["openssl", "s_server", "-accept", "127.0.0.1:0", "-www"] + options
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = try FileHandle(forWritingTo: output)
            process.standardError = process.standardOutput
            try process.run()
            defer {
                // A softer signal is blocked in what a thread of ours has started.
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
            }
            while true {
                let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
                if let port = text.firstMatch(of: /ACCEPT 127\.0\.0\.1:(\d+)/).flatMap({ Int($0.1) }) {
                    return try await body(port)
                }
                guard process.isRunning else { throw CancellationError() }
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }
}
