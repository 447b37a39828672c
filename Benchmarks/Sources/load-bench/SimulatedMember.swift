import Country
import Federation
import NIOCore
import NIOHTTP1
import TransparencyLog

/// What a member's node asks the centre, and when: parked on the centre's two logs, its own checkpoints to be cosigned,
/// the centre's mirror and witness of its own logs every 15 s, everybody's checkpoints at the centre's witness every
/// 30 s.
final class SimulatedMember {
    struct Follower {
        let origin: LogOrigin
        let line: CentreLine
        var tag: String?
        var size = 0
        var retryAt = NIODeadline.distantPast
    }

    let member: Member
    let witness: CosignatureSigner
    /// Places of its logs on the shelf.
    let logs: [Int]
    private let world: World
    private let other: CentreLine
    private var followers: [Follower]
    private var nextInquiry: NIODeadline
    private var nextComparison: NIODeadline
    /// Sizes the centre's witness has cosigned, by place.
    private var cosigned: [Int: Int] = [:]
    private var submitting: [Int] = []
    private var witnessed: [LogOrigin: String] = [:]
    private let compared: [LogOrigin]

    init(_ member: Member, logs: [Int], compared: [LogOrigin], number: Int, _ world: World) throws {
        self.member = member
        self.logs = logs
        self.world = world
        self.compared = compared
        witness = try MemberKeys(member.node).witness()
        let context = try world.certificates.clientContext(of: member.node)
        other = CentreLine(world, context)
        followers = world.centreLogs.map { Follower(origin: $0, line: CentreLine(world, context)) }
        // Spread over the periods, as nodes started at different times are.
        let start = NIODeadline.now() + .milliseconds(Int64(number % 100 * 150))
        nextInquiry = start
        nextComparison = start + .milliseconds(Int64(number % 100 * 150))
        for place in followers.indices { followers[place].retryAt = start }
    }

    func tick(_ now: NIODeadline) {
        for place in followers.indices where followers[place].retryAt <= now && followers[place].line.isIdle {
            poll(place)
        }
        if nextInquiry <= now {
            nextInquiry = now + .seconds(15)
            for log in logs { inquire(world.year.shelf.logs[log].origin) }
        }
        if nextComparison <= now {
            nextComparison = now + .seconds(30)
            for origin in compared { compare(origin) }
        }
    }

    // MARK: Following the centre

    private func poll(_ place: Int) {
        let follower = followers[place]
        let path = path(of: follower.origin, .checkpoint)
        let wait = follower.tag == nil ? 0 : 25
        follower.line.ask(
            .init(kind: "checkpoint", path: path, tag: follower.tag, wait: wait) { reply in
                guard let reply, reply.status == 200 || reply.status == 304 else {
                    self.followers[place].retryAt = .now() + .seconds(1)
                    return
                }
                if reply.status == 304 { return self.poll(place) }
                self.follow(place, reply)
            })
    }

    private func follow(_ place: Int, _ reply: CentreLine.Reply) {
        let origin = followers[place].origin
        guard case .success(let note) = SignedNote.parse(reply.body),
            case .success(let checkpoint) = Checkpoint.parse(note.text)
        else {
            followers[place].retryAt = .now() + .seconds(1)
            return world.tally.count("centre's note unreadable")
        }
        world.centreSaid(note, of: origin)
        followers[place].tag = reply.tag
        let (known, size) = (followers[place].size, checkpoint.size)
        guard size > known else { return poll(place) }
        let bundles = LogResource.bundles(from: known, forSize: size)
        let resources = LogResource.partialTiles(forSize: size) + bundles
        for (number, resource) in resources.enumerated() {
            followers[place].line.ask(
                .init(kind: "resource", path: path(of: origin, resource)) { reply in
                    if case .entries(let index, let width) = resource, let reply, reply.status == 200 {
                        self.world.centreShowed(reply.body, of: origin, from: index * 256, count: width)
                    }
                    guard number == resources.count - 1 else { return }
                    if reply?.status == 200 {
                        self.followers[place].size = size
                        self.poll(place)
                    } else {
                        self.followers[place].tag = nil
                        self.followers[place].retryAt = .now() + .seconds(1)
                    }
                })
        }
    }

    private func path(of origin: LogOrigin, _ resource: LogResource) -> String {
        "/log/\(origin.channel.text)/\(origin.epoch)/\(resource.path)"
    }

    // MARK: The centre's mirror and witness

    private func inquire(_ origin: LogOrigin) {
        let digest = origin.digest.hex
        other.ask(.init(kind: "mirror", path: "/mirror/\(digest)/checkpoint") { _ in })
        other.ask(.init(kind: "witness", path: "/witness/\(digest)/checkpoint") { _ in })
    }

    private func compare(_ origin: LogOrigin) {
        let path = "/witness/\(origin.digest.hex)/checkpoint"
        other.ask(
            .init(kind: "witness", path: path, tag: witnessed[origin]) { reply in
                if reply?.status == 200 { self.witnessed[origin] = reply?.tag }
            })
    }

    /// Has a log that has grown cosigned.
    func submit(_ place: Int) {
        guard !submitting.contains(place) else { return }
        let old = cosigned[place] ?? 0
        guard let (size, body) = try? world.submission(of: place, from: old), size > old else { return }
        submitting.append(place)
        other.ask(
            .init(kind: "add-checkpoint", method: .POST, path: "/witness/add-checkpoint", body: body) { reply in
                self.submitting.removeAll { $0 == place }
                switch reply?.status {
                case 200:
                    self.cosigned[place] = size
                    self.submit(place)
                case 409:
                    let text = String(decoding: reply?.body ?? [], as: UTF8.self)
                    guard let held = Int(text.split(separator: "\n").first ?? ""), held > old else { return }
                    self.cosigned[place] = held
                    self.submit(place)
                default: break
                }
            })
    }
}
