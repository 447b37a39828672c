import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// One connection of a member to the centre: one request after the other, dialled again when it is gone.
final class CentreLine: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    struct Ask {
        let kind: String
        var method = HTTPMethod.GET
        let path: String
        var tag: String?
        /// Seconds for which the centre may park the request.
        var wait = 0
        var body: [UInt8] = []
        /// `nil`: no answer came.
        let done: (Reply?) -> Void
    }

    struct Reply {
        let status: Int
        let tag: String?
        let body: [UInt8]
    }

    private let world: World
    private let context: NIOSSLContext
    private var channel: (any Channel)?
    private var isDialling = false
    private var waiting: [Ask] = []
    private var asked: (ask: Ask, at: NIODeadline)?
    private var head: HTTPResponseHead?
    private var body: [UInt8] = []

    init(_ world: World, _ context: NIOSSLContext) {
        self.world = world
        self.context = context
    }

    var isIdle: Bool { asked == nil && waiting.isEmpty }

    func ask(_ ask: Ask) {
        waiting.append(ask)
        proceed()
    }

    private func proceed() {
        guard asked == nil, !waiting.isEmpty else { return }
        guard let channel, channel.isActive else { return dial() }
        let ask = waiting.removeFirst()
        asked = (ask, .now())
        var headers = HTTPHeaders([
            ("host", "\(world.centreName):\(world.centrePort)"), ("accept-encoding", "identity"),
        ])
        if let tag = ask.tag { headers.add(name: "if-none-match", value: tag) }
        if ask.wait > 0 { headers.add(name: "prefer", value: "wait=\(ask.wait)") }
        if !ask.body.isEmpty {
            headers.add(name: "content-type", value: "text/plain; charset=utf-8")
            headers.add(name: "content-length", value: "\(ask.body.count)")
        }
        let head = HTTPRequestHead(version: .http1_1, method: ask.method, uri: ask.path, headers: headers)
        let pipeline = channel.pipeline.syncOperations
        pipeline.write(NIOAny(HTTPClientRequestPart.head(head)), promise: nil)
        if !ask.body.isEmpty {
            let part = HTTPClientRequestPart.body(.byteBuffer(ByteBuffer(bytes: ask.body)))
            pipeline.write(NIOAny(part), promise: nil)
        }
        pipeline.writeAndFlush(NIOAny(HTTPClientRequestPart.end(nil)), promise: nil)
    }

    private func dial() {
        guard !isDialling else { return }
        isDialling = true
        let line = NIOLoopBound(self, eventLoop: world.loop)
        let (context, name) = (context, world.centreName)
        ClientBootstrap(group: world.loop).connectTimeout(.seconds(20)).channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                let pipeline = channel.pipeline.syncOperations
                try pipeline.addHandler(NIOSSLClientHandler(context: context, serverHostname: name))
                try pipeline.addHTTPClientHandlers()
                try pipeline.addHandler(line.value)
            }
        }.connect(host: "127.0.0.1", port: world.centrePort).whenComplete { result in
            line.value.dialled(try? result.get())
        }
    }

    private func dialled(_ channel: (any Channel)?) {
        isDialling = false
        self.channel = channel
        world.tally.count(channel == nil ? "connection failed" : "connection to centre")
        guard channel == nil else { return proceed() }
        fail()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let bytes): body += bytes.readableBytesView
        case .end:
            guard let head, let (ask, at) = asked else { return }
            asked = nil
            if ask.wait == 0 { world.tally.answered(in: .now() - at) }
            world.tally.count("to centre: \(ask.kind) \(head.status.code)")
            let tag = head.headers.first(name: "etag")
            if head.headers.first(name: "connection") == "close" { channel = nil }
            ask.done(Reply(status: Int(head.status.code), tag: tag, body: body))
            proceed()
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        guard channel.map({ $0 === context.channel }) ?? true else { return }
        channel = nil
        fail()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    /// What was asked has no answer; what waits is asked on a new connection.
    private func fail() {
        if let (ask, _) = asked {
            asked = nil
            world.tally.count("to centre: \(ask.kind) lost")
            ask.done(nil)
        } else if channel == nil, !waiting.isEmpty {
            let ask = waiting.removeFirst()
            world.tally.count("to centre: \(ask.kind) not sent")
            ask.done(nil)
        }
    }
}
