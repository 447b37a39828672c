import Compensation
import Foundation
import Hummingbird
import Logging
import NIOFoundationEssentialsCompat
import NodeStore
import ServiceLifecycle

/// Takes operators' commands on a Unix socket inside the node's folder; whoever may enter the folder may command.
struct ControlServer: Service {
    let desk: CommandDesk
    let socket: URL
    let logger: Logger
    let onListening: @Sendable () -> Void

    /// A national year of readings as CSV is far smaller.
    static let largestCommand = 128 << 20

    /// What a Unix socket's path may have on Linux (`sun_path` without its final zero byte).
    private static let longestPath = 107

    /// Refuses a folder in which the socket cannot be made, before anything is created or served there.
    static func checkPath(_ folder: URL) throws {
        let length = DataFolder(folder).controlSocket.path.utf8.count
        guard length > longestPath else { return }
        throw ConfigurationProblem(
            file: folder.path, zh: "文件夹路径过长：控制套接字的路径有 \(length) 字节，上限 \(longestPath)；请换用较短的路径",
            en:
                "the folder's path is too long: that of the control socket has \(length) bytes, at most \(longestPath); choose a shorter one"
        )
    }

    func run() async throws {
        // A socket file left by a killed process; the folder lock says that nobody serves on it.
        try? FileManager.default.removeItem(at: socket)
        let router = Router()
        router.post("/command") { request, _ in
            let body = try await request.body.collect(upTo: Self.largestCommand)
            let message = try JSONDecoder().decode(ControlMessage.self, from: Data(buffer: body))
            let language = Language(rawValue: message.language) ?? .zh
            guard message.progress != true else { return Self.telling(desk, message, language) }
            let outcome = await desk.perform(message.command, language, format: message.format)
            return Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: .init(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(outcome))))
        }
        var quiet = logger
        quiet.logLevel = .warning
        let application = Application(
            router: router, configuration: .init(address: .unixDomainSocket(path: socket.path)),
            onServerRunning: { _ in onListening() }, logger: quiet)
        try await application.run()
    }

    /// Lines of progress, then the outcome. Who hangs up ends the telling, not the command.
    private static func telling(_ desk: CommandDesk, _ message: ControlMessage, _ language: Language) -> Response {
        let relay = ProgressRelay()
        let work = Task {
            let outcome = await desk.perform(message.command, language, format: message.format, progress: relay)
            relay.finish()
            return outcome
        }
        return Response(
            status: .ok, headers: [.contentType: "application/x-ndjson"],
            body: .init { writer in
                for await frame in relay.frames {
                    try await writer.write(ByteBuffer(bytes: try JSONEncoder().encode(frame) + [0x0A]))
                }
                try await writer.write(ByteBuffer(bytes: try JSONEncoder().encode(await work.value)))
                try await writer.finish(nil)
            })
    }
}
