import Country
import Federation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Runs the world's clock and what happens in it.
struct Stage {
    let world: NIOLoopBound<World>
    let loop: any EventLoop

    /// How long the centre may take to have followed everything, or to judge the rest of a step.
    private static let patience = Duration.seconds(600)

    func listen(_ port: Int) async throws {
        let (world, loop) = (world, loop)
        let context = try await on { try $0.certificates.serverContext(of: $0.members.map(\.member.node)) }
        _ = try await ServerBootstrap(group: loop).serverChannelOption(.backlog, value: 1024)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    world.value.tally.count("connection from centre")
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(NIOSSLServerHandler(context: context))
                    try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
                    try pipeline.addHandler(MemberServer(world.value))
                }
            }.bind(host: "127.0.0.1", port: port).get()
        Report.say(["event": "listening"])
    }

    /// Everything before the first month, until the centre has followed it.
    func open() async throws {
        try await on { world in
            world.publish(0..<(world.year.months.first?.readings.lowerBound ?? 0))
        }
        loop.scheduleRepeatedTask(initialDelay: .zero, delay: .milliseconds(100)) { [world] _ in world.value.tick() }
        let start = ContinuousClock.now
        while try await on({ !$0.isFollowed }) {
            guard start.duration(to: .now) < Self.patience else { throw LoadProblem("not followed in time") }
            try await Task.sleep(for: .milliseconds(50))
        }
        Report.say(["event": "open", "seconds": start.duration(to: .now) / .seconds(1)])
    }

    /// One step, and what remains of it to be judged.
    func play(_ step: LoadStep) async throws {
        try await on {
            $0.tally = Tally()
            $0.script.begin(step)
        }
        Report.say(["event": "begin", "settlements": step.settlements, "counties": step.counties])
        let start = ContinuousClock.now
        while start.duration(to: .now) < .seconds(step.seconds) {
            let seconds = start.duration(to: .now) / .seconds(1)
            try await on { try $0.script.advance($0, to: seconds) }
            try await Task.sleep(for: .milliseconds(10))
        }
        try await on { $0.script.finish($0) }
        let played = start.duration(to: .now) / .seconds(1)
        Report.say(["event": "played"])
        while try await on({ $0.unjudged > 0 }), start.duration(to: .now) < Self.patience {
            try await Task.sleep(for: .milliseconds(20))
        }
        let left = try await on { $0.unjudged }
        Report.say(
            try await on { $0.tally }.fields.merging([
                "event": "step", "settlements": step.settlements, "counties": step.counties, "seconds": played,
                "until judged": start.duration(to: .now) / .seconds(1), "unjudged": left,
            ]) { old, _ in old })
    }

    private func on<Value: Sendable>(_ body: @escaping @Sendable (World) throws -> Value) async throws -> Value {
        let world = world
        return try await loop.submit { try body(world.value) }.get()
    }
}
