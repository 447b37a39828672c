import NIOCore
import NIOHTTP1

/// One connection of the centre to a member; which one, the host's name says.
final class MemberServer: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let world: World
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(_ world: World) { self.world = world }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let bytes): body += bytes.readableBytesView
        case .end:
            guard let head else { return }
            world.answer(head, body) { [weak self] answer in self?.write(answer, context) }
        }
    }

    private func write(_ answer: Answer, _ context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        var headers = HTTPHeaders([("cache-control", "no-cache")])
        if let tag = answer.tag { headers.add(name: "etag", value: "\"\(tag)\"") }
        if answer.status != .notModified { headers.add(name: "content-length", value: "\(answer.body.count)") }
        let head = HTTPResponseHead(version: .http1_1, status: answer.status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if !answer.body.isEmpty {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
