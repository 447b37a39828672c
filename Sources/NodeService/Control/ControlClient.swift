import AsyncHTTPClient
public import Compensation
import Foundation
import NIOCore
import NIOFoundationEssentialsCompat
import NIOHTTP1
import NodeStore

/// Sends a command to the running node of a folder, or carries it out here when none is running.
public struct ControlClient: Sendable {
    private let configuration: NodeConfiguration

    public init(_ configuration: NodeConfiguration) { self.configuration = configuration }

    /// Exactly one of the two happens: while a node runs it holds the folder's lock, so nothing is written beside it.
    public func perform(_ command: OperatorCommand, _ language: Language, json: Bool) async throws -> CommandOutcome {
        if let outcome = try await send(command, language, json) { return outcome }
        do {
            let node = try NodeLauncher.open(configuration, quiet: true)
            return await CommandDesk(node: node, running: false).perform(command, language, json: json)
        } catch StoreError.locked {
            // Starting or stopping at this very moment.
            let text = Bilingual(zh: "节点正在启动或停止，请稍后再试。", en: "The node is starting or stopping; try again in a moment.")
            return CommandOutcome(exitCode: ExitCode.notRunning, errors: text(language) + "\n")
        }
    }

    /// `nil` when nobody listens.
    private func send(_ command: OperatorCommand, _ language: Language, _ json: Bool) async throws -> CommandOutcome? {
        let socket = DataFolder(configuration.data).controlSocket
        guard FileManager.default.fileExists(atPath: socket.path),
            let url = URL(httpURLWithSocketPath: socket.path, uri: "/command")
        else { return nil }
        var request = HTTPClientRequest(url: url.absoluteString)
        request.method = .POST
        let message = ControlMessage(command: command, language: language.rawValue, json: json)
        request.body = .bytes(ByteBuffer(bytes: try JSONEncoder().encode(message)))
        let response: HTTPClientResponse
        do {
            response = try await HTTPClient.shared.execute(request, timeout: .minutes(10))
        } catch {
            // A socket file without a listener: the node was killed. With one, the lock will tell.
            return nil
        }
        let body = try await response.body.collect(upTo: ControlServer.largestCommand)
        return try JSONDecoder().decode(CommandOutcome.self, from: Data(buffer: body))
    }
}
