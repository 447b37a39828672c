import Federation
import Foundation
import NodeService

/// curl as a member of the federation, against a server on this machine.
struct Curl: Sendable {
    let folder: String
    let client: String
    let server: NodeName
    let port: Int

    struct Answer: Sendable {
        let status: String
        let body: String
        let exit: Int32
    }

    /// - Parameters:
    ///   - path: sent as it is.
    ///   - options: further options of curl.
    func get(_ path: String, _ options: [String] = []) async throws -> Answer {
        try await request(path, ["--cert", "\(folder)/\(client).pem", "--key", "\(folder)/\(client).key"] + options)
    }

    func request(_ path: String, _ options: [String]) async throws -> Answer {
        let result = try await Tool.run(
            [
                "curl", "--silent", "--path-as-is", "--globoff", "--max-time", "60", "--noproxy", "*",
                "--resolve", "\(server.text):\(port):127.0.0.1", "--cacert", "\(folder)/ca.pem",
                "--write-out", "\n%{http_code}",
            ] + options + ["https://\(server.text):\(port)\(path)"])
        let cut = result.output.lastIndex(of: "\n") ?? result.output.startIndex
        return Answer(
            status: String(result.output[cut...].dropFirst()), body: String(result.output[..<cut]),
            exit: result.status)
    }
}
