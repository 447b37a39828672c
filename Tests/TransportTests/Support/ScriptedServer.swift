import NIOCore
import NIOPosix
import NIOSSL

@testable import NodeService

/// A TLS server that answers the first bytes of every connection with fixed bytes, right or wrong.
struct ScriptedServer {
    enum Ending {
        case keepOpen, close
        /// The last bytes of the answer again and again.
        case endless
    }

    static func with<T: Sendable>(
        _ credentials: TLSCredentials, answer: String, ending: Ending = .keepOpen,
        _ body: (Int) async throws -> T
    ) async throws -> T {
        var tls = TLSConfiguration.makeServerConfigurationWithMTLS(
            certificateChain: credentials.chain.map { .certificate($0) },
            privateKey: .privateKey(credentials.privateKey),
            trustRoots: .certificates(credentials.authorities))
        tls.shutdownTimeout = .seconds(1)
        let context = try NIOSSLContext(configuration: tls)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(NIOSSLServerHandler(context: context))
                    try pipeline.addHandler(Reply(answer: answer, ending: ending))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        defer { channel.close(promise: nil) }
        return try await body(channel.localAddress?.port ?? 0)
    }

    private final class Reply: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer
        private let answer: String
        private let ending: Ending
        private var answered = false

        init(answer: String, ending: Ending) {
            self.answer = answer
            self.ending = ending
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard !answered else { return }
            answered = true
            write(ByteBuffer(string: answer), context)
            switch ending {
            case .keepOpen: break
            case .close: context.close(promise: nil)
            case .endless: repeatForEver(context)
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }

        private func repeatForEver(_ context: ChannelHandlerContext) {
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: .milliseconds(5)) {
                let (reply, context) = bound.value
                guard context.channel.isActive else { return }
                if context.channel.isWritable {
                    reply.write(ByteBuffer(string: "400\r\n" + String(repeating: "x", count: 1024) + "\r\n"), context)
                }
                reply.repeatForEver(context)
            }
        }

        private func write(_ buffer: ByteBuffer, _ context: ChannelHandlerContext) {
            context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
        }
    }
}
