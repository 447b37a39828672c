import AsyncHTTPClient
public import Compensation
import Foundation
import NIOCore
import NIOFoundationEssentialsCompat
import NIOHTTP1
import NIOPosix
import NodeStore
public import Presentation

/// Sends a command to the running node of a folder, or carries it out here when none is running.
public struct ControlClient: Sendable {
    private let configuration: NodeConfiguration

    public init(_ configuration: NodeConfiguration) { self.configuration = configuration }

    /// Exactly one of the two happens: while a node runs it holds the folder's lock, so nothing is written beside it.
    public func perform(_ command: OperatorCommand, _ language: Language, format: OutputFormat) async throws
        -> CommandOutcome
    {
        do {
            return try await FolderPatience.use {
                if let outcome = try await send(command, language, format) { return outcome }
                let node = try NodeLauncher.open(configuration, quiet: true)
                let progress = ProgressLine(language, format)
                return await CommandDesk(node: node, running: false).perform(
                    command, language, format: format, progress: progress)
            }
        } catch StoreError.locked {
            if case .status(let check) = command, let report = try? LastKnownStatus(configuration).report() {
                return CommandOutcome(
                    exitCode: check ? report.exitCode : ExitCode.done, output: report.rendered(format, language))
            }
            // Starting or stopping at this very moment.
            let text = Bilingual(zh: "节点正在启动或停止，请稍后再试。", en: "The node is starting or stopping; try again in a moment.")
            return CommandOutcome(exitCode: ExitCode.notRunning, errors: text(language) + "\n")
        }
    }

    /// Asks once: a node that ends between the look whether it listens and the request would be dialled for minutes.
    private static let http: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    /// `nil` when nobody listens. A command whose answer is lost is never sent twice, nor carried out here.
    private func send(_ command: OperatorCommand, _ language: Language, _ format: OutputFormat) async throws
        -> CommandOutcome?
    {
        let socket = DataFolder(configuration.data).controlSocket
        guard let url = URL(httpURLWithSocketPath: socket.path, uri: "/command"), await Self.listens(at: socket.path)
        else { return nil }
        var request = HTTPClientRequest(url: url.absoluteString)
        request.method = .POST
        let progress = ProgressLine(language, format)
        let message = ControlMessage(
            command: command, language: language.rawValue, format: format,
            progress: command.isLong && progress.isShown ? true : nil)
        request.body = .bytes(ByteBuffer(bytes: try JSONEncoder().encode(message)))
        do {
            let response = try await Self.http.execute(
                request, timeout: command.isStatus ? .seconds(20) : .minutes(10))
            return try await outcome(of: response.body, progress)
        } catch  where command.isStatus {
            // Nothing can have been changed: the store says what is known.
            throw StoreError.locked(configuration.data.path)
        } catch {
            throw CommandFailure(
                ExitCode.failed,
                zh: "节点没有答复（\(error)）。该命令可能已执行，也可能未执行；重新执行前请先查看。",
                en: "the node did not answer (\(error)); the command may or may not have been carried out, look before"
                    + " you repeat it")
        }
    }

    /// The last line is the outcome; those before it are progress.
    private func outcome(of body: HTTPClientResponse.Body, _ progress: ProgressLine) async throws -> CommandOutcome {
        defer { progress.end() }
        var line = Data()
        for try await part in body {
            // Searched once: an answer may be a hundred mebibytes in one line.
            var searched = line.count
            line.append(contentsOf: part.readableBytesView)
            guard line.count <= ControlServer.largestCommand else {
                throw NIOTooManyBytesError(maxBytes: ControlServer.largestCommand)
            }
            while let end = line[(line.startIndex + searched)...].firstIndex(of: 0x0A) {
                progress.show(try JSONDecoder().decode(ProgressFrame.self, from: line[..<end]))
                line = Data(line[(end + 1)...])
                searched = 0
            }
        }
        return try JSONDecoder().decode(CommandOutcome.self, from: line)
    }

    /// Whether a process accepts connections there. The HTTP client alone would go on trying where a killed node left
    /// its socket file behind.
    static func listens(at path: String) async -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return false }
        let channel = try? await ClientBootstrap(group: HTTPClient.shared.eventLoopGroup)
            .connect(unixDomainSocketPath: path).get()
        try? await channel?.close()
        return channel != nil
    }
}
