import Compensation
import Foundation
import Hummingbird
import Logging
import NIOFoundationEssentialsCompat
import ServiceLifecycle

/// Takes operators' commands on a Unix socket inside the node's folder; whoever may enter the folder may command.
struct ControlServer: Service {
    let desk: CommandDesk
    let socket: URL
    let logger: Logger

    /// A national year of readings as CSV is far smaller.
    static let largestCommand = 128 << 20

    func run() async throws {
        // A socket file left by a killed process; the folder lock says that nobody serves on it.
        try? FileManager.default.removeItem(at: socket)
        let router = Router()
        router.post("/command") { request, _ in
            let body = try await request.body.collect(upTo: Self.largestCommand)
            let message = try JSONDecoder().decode(ControlMessage.self, from: Data(buffer: body))
            let language = Language(rawValue: message.language) ?? .zh
            let outcome = await desk.perform(message.command, language, json: message.json)
            return Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: .init(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(outcome))))
        }
        var quiet = logger
        quiet.logLevel = .warning
        let application = Application(
            router: router, configuration: .init(address: .unixDomainSocket(path: socket.path)), logger: quiet)
        try await application.run()
    }
}
