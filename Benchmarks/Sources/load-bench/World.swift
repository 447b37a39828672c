import Compensation
import Country
import Federation
import NIOCore
import NIOHTTP1
import TransparencyLog

/// All members of the federation but the centre. Lives on one event loop.
final class World {
    let loop: any EventLoop
    let centreName: String
    let centrePort: Int
    let certificates: Certificates
    let centreLogs: [LogOrigin]
    var year: NationalYear
    var tally = Tally()
    let script = Script()
    private(set) var members: [SimulatedMember] = []
    private var served: [ServedLog] = []
    /// Lookup only: places by origin, and by the digest of the origin.
    private var places: [String: Int] = [:]
    private var placesByDigest: [String: Int] = [:]
    private var owners: [Int: SimulatedMember] = [:]
    /// The centre's newest notes that a member has seen, by the digest of the origin.
    private var centreNotes: [String: (size: Int, note: SignedNote)] = [:]
    /// When the last word of a settlement was published, until the verdict is seen.
    private var agreed: [SettlementKey: NIODeadline] = [:]
    private var observed = 0

    init(_ year: NationalYear, certificates: String, centrePort: Int, _ loop: any EventLoop) throws {
        self.year = year
        self.loop = loop
        self.centrePort = centrePort
        self.certificates = Certificates(folder: certificates)
        centreName = year.centre.node.text
        centreLogs = try ["central", "common"].map { try NationalYear.log(of: year.centre, $0) }
        for (place, log) in year.shelf.logs.enumerated() {
            served.append(ServedLog(signer: try MemberKeys(log.origin.node).signer(of: log.origin)))
            places[log.origin.text] = place
            placesByDigest[log.origin.digest.hex] = place
        }
        try engage()
    }

    /// Every province but the centre, with what it has reason to compare: its own logs, the centre's, and those of the
    /// other party of its agreements.
    private func engage() throws {
        for (number, member) in year.roster.members.filter({ $0.role == .province }).enumerated() {
            let own = year.shelf.logs.indices.filter { year.shelf.logs[$0].origin.node == member.node }
            let shared = year.pairs.filter { $0.upstream.node == member.node || $0.downstream.node == member.node }
            let neighbours = try shared.flatMap { pair in
                let neighbour = pair.upstream.node == member.node ? pair.downstream : pair.upstream
                return [try NationalYear.log(of: neighbour, "common"), pair.channel(of: neighbour)]
            }
            let compared = own.map { year.shelf.logs[$0].origin } + centreLogs + neighbours
            let engaged = try SimulatedMember(member, logs: own, compared: compared, number: number, self)
            members.append(engaged)
            for place in own { owners[place] = engaged }
        }
    }

    // MARK: Growing

    /// Whether the centre has asked for everything that is published.
    var isFollowed: Bool { owners.keys.allSatisfy { served[$0].fetched == served[$0].size } }
    var unjudged: Int { agreed.count }

    /// Publishes what is said at these places of the shelf's order, each log at once.
    func publish(_ range: Range<Int>) {
        var grown: [Int] = []
        for log in year.shelf.order[range] {
            served[log].size += 1
            if !grown.contains(log) { grown.append(log) }
        }
        for log in grown { announce(log) }
    }

    /// A county without agreements records a reading.
    func publishReading(of member: SimulatedMember, number: Int) throws {
        let origin = try year.sayReading(of: member.member, number: number)
        guard let place = places[origin.text] else { return }
        served[place].size += 1
        announce(place)
    }

    func agree(_ key: SettlementKey) { agreed[key] = .now() }

    private func announce(_ place: Int) {
        let parked = served[place].parked
        served[place].parked = []
        if let answer = checkpoint(place) {
            for one in parked {
                tally.count("from centre: checkpoint 200")
                one.answer(answer)
            }
        }
        owners[place]?.submit(place)
    }

    func tick() {
        let now = NIODeadline.now()
        for place in served.indices where !served[place].parked.isEmpty {
            let due = served[place].parked.filter { $0.until <= now }
            served[place].parked.removeAll { $0.until <= now }
            for one in due {
                tally.count("from centre: checkpoint 304")
                one.answer(Answer(status: .notModified, tag: served[place].tag))
            }
        }
        for member in members { member.tick(now) }
    }

    // MARK: What the centre has said

    func centreSaid(_ note: SignedNote, of origin: LogOrigin) {
        guard case .success(let checkpoint) = Checkpoint.parse(note.text) else { return }
        let digest = origin.digest.hex
        if centreNotes[digest].map({ $0.size < checkpoint.size }) ?? true {
            centreNotes[digest] = (checkpoint.size, note)
        }
    }

    /// The first member to see it looks for verdicts.
    func centreShowed(_ bundle: [UInt8], of origin: LogOrigin, from start: Int, count: Int) {
        guard origin == centreLogs[0], start + count > observed,
            case .success(let entries) = EntryBundle.decode(bundle, count: count)
        else { return }
        for (index, bytes) in zip(start..., entries) where index >= observed {
            observed = index + 1
            guard let signed = try? SignedEntry(bytes: bytes, foundIn: origin),
                case .verdict(let verdict) = signed.entry
            else { continue }
            if verdict.conclusion != .verified { tally.count("verdict \(verdict.conclusion.rawValue)") }
            if let since = agreed.removeValue(forKey: verdict.key) { tally.judged(after: .now() - since) }
        }
    }

    func submission(of place: Int, from old: Int) throws -> (size: Int, body: [UInt8])? {
        let (log, size) = (year.shelf.logs[place], served[place].size)
        let proof = try ConsistencyProof(from: old, to: size, reader: log)
        return AddCheckpointRequest(oldSize: old, proof: proof.hashes, note: try served[place].note(log)).map {
            (size, $0.bytes)
        }
    }

    // MARK: Answering the centre

    func answer(_ head: HTTPRequestHead, _ body: [UInt8], _ done: @escaping (Answer) -> Void) {
        let node = String((head.headers.first(name: "host") ?? "").split(separator: ":").first ?? "")
        let parts = head.uri.split(separator: "/", maxSplits: 3).map(String.init)
        var kind = "unknown"
        var answer: Answer?
        switch (parts.first, parts.count) {
        case ("log", 4):
            guard let place = places["\(node)/\(parts[1])/\(parts[2])"] else { break }
            if parts[3] == "checkpoint" {
                let tag = head.headers.first(name: "if-none-match").map {
                    $0.split(separator: "\"").last.map(String.init)
                }
                let wait = head.headers.first(name: "prefer")?.split(separator: "=").last.flatMap { Int64($0) }
                if let wait, tag == served[place].tag {
                    let until = NIODeadline.now() + .seconds(wait)
                    served[place].parked.append(.init(tag: served[place].tag, until: until, answer: done))
                    return
                }
                (kind, answer) = ("checkpoint", checkpoint(place))
            } else if let resource = LogResource(path: parts[3]) {
                kind = "resource"
                answer = served[place].resource(resource, year.shelf.logs[place]).map { Answer(body: $0) }
                if case .entries(let index, let width) = resource {
                    served[place].fetched = max(served[place].fetched, index * 256 + width)
                }
            }
        case ("mirror", 3):
            (kind, answer) = ("mirror", centreNotes[parts[1]].map { Answer(body: $0.note.bytes) })
        case ("witness", 3): (kind, answer) = ("witness", try? witnessed(parts[1], by: node))
        case ("witness", 2): (kind, answer) = ("add-checkpoint", try? cosign(body, by: node))
        default: break
        }
        let given = answer ?? Answer(status: .notFound)
        tally.count("from centre: \(kind) \(given.status.code)")
        done(given)
    }

    private func checkpoint(_ place: Int) -> Answer? {
        guard served[place].size > 0, let note = try? served[place].note(year.shelf.logs[place]) else { return nil }
        return Answer(body: note.bytes, tag: served[place].tag)
    }

    /// A member's witness has seen its own logs and the centre's.
    private func witnessed(_ digest: String, by node: String) throws -> Answer? {
        var note = centreNotes[digest]?.note
        if let place = placesByDigest[digest], year.shelf.logs[place].origin.node.text == node {
            note = try served[place].note(year.shelf.logs[place])
        }
        guard let note, case .success(let checkpoint) = Checkpoint.parse(note.text) else { return nil }
        return Answer(body: note.bytes + (try line(checkpoint, by: node)))
    }

    private func cosign(_ body: [UInt8], by node: String) throws -> Answer? {
        guard case .success(let request) = AddCheckpointRequest.parse(body),
            case .success(let checkpoint) = Checkpoint.parse(request.note.text)
        else { return nil }
        if let origin = centreLogs.first(where: { $0.text == checkpoint.origin }) {
            centreSaid(request.note, of: origin)
        }
        return Answer(body: try line(checkpoint, by: node))
    }

    private func line(_ checkpoint: Checkpoint, by node: String) throws -> [UInt8] {
        guard let place = places["\(node)/common/1"], let member = owners[place] else { throw LoadProblem(node) }
        return try member.witness.cosign(checkpoint, at: Report.now).line
    }
}
