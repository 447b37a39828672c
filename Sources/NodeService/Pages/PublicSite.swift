import Compensation
import Federation
import Presentation

/// The public pages of a node. What was made for one reader is kept for the next as long as it is true: a crowd costs
/// one computation.
actor PublicSite {
    private struct Kept {
        let state: Int
        let minute: Int64
        let answer: SiteAnswer
        let weight: Int
    }

    /// What is being made for one reader, and for all who ask for the same meanwhile.
    private struct Begun {
        let state: Int
        let minute: Int64
        let making: Task<SiteAnswer, any Error>
    }

    private let node: Node
    /// `nil`: all that the node holds.
    private let channels: [ChannelName]?
    private var current: (number: Int, heads: [CutLog], day: Int64, making: Task<SiteState, any Error>)?
    private var shelf: [SiteAddress: Kept] = [:]
    private var weight = 0
    private var begun: [SiteAddress: Begun] = [:]
    /// Pages that are made at once.
    private let places = WorkPlaces(count: 8)

    /// Bytes of finished answers that are kept.
    private static let mostKept = 32 << 20
    private static let secondsOfDay = Int64(86_400)
    private static let offsetSeconds = Int64(28_800)

    /// - Parameter channels: whose entries are shown; `nil`: all that the node holds.
    init(_ node: Node, channels: [ChannelName]?) {
        self.node = node
        self.channels = channels
    }

    /// How far the logs are at this moment, for an answer that shows nothing of them.
    func freshness() async -> Freshness { await freshness(node.clock.now) }

    /// The state of this moment, for pages that are made for one reader.
    /// - Throws: where the stored logs cannot be read.
    func current() async throws -> (state: SiteState, freshness: Freshness) {
        let now = node.clock.now
        return (try await value(of: await state(now)), await freshness(now))
    }

    /// - Parameter preferred: the language to send a reader to who names none.
    func answer(_ address: SiteAddress, preferred: Language) async throws -> SiteAnswer {
        switch address {
        case .root: return .redirect(PageAddress(preferred).text)
        case .stylesheet: return .content(.init("text/css; charset=utf-8", Stylesheet.bytes))
        case .lookup(let language, let code):
            return .redirect(PageAddress(language, ["verify"] + (code.isEmpty ? [] : [code])).text)
        case .page(let language, _), .download(let language, _): return try await made(address, language)
        }
    }

    private func made(_ address: SiteAddress, _ language: Language) async throws -> SiteAnswer {
        let now = node.clock.now
        let latest = await state(now)
        let number = latest.number
        let minute = now.secondsSinceEpoch / 60
        if let kept = shelf[address], kept.state == number, kept.minute == minute { return kept.answer }
        if let begun = begun[address], begun.state == number, begun.minute == minute {
            return try await begun.making.value
        }
        guard places.take() else { return .busy(busy(address, language, now)) }
        defer { places.leave() }
        // Whoever asked first may go away; the others stay.
        let making = Task {
            try await Self.make(address, language, node, try await value(of: latest), await freshness(now))
        }
        begun[address] = Begun(state: number, minute: minute, making: making)
        defer { if begun[address]?.making == making { begun[address] = nil } }
        let answer = try await making.value
        keep(answer, at: address, number, minute)
        return answer
    }

    /// Light to make: it rests on nothing that has to be computed.
    private func busy(_ address: SiteAddress, _ language: Language, _ now: Timestamp) -> SiteAnswer.Content {
        let path =
            switch address {
            case .page(_, let path): path
            case .download(_, let path): ["download"] + path
            case .root, .stylesheet, .lookup: [String]()
            }
        return .init(
            "text/html; charset=utf-8",
            WebPage(BusyContent(path: path), of: node.member, .unknown(now)).bytes(language))
    }

    /// The state of this moment, computed once. Deadlines and ends of periods fall on days.
    private func state(_ now: Timestamp) async -> (number: Int, making: Task<SiteState, any Error>) {
        let view = await node.view
        let day = (now.secondsSinceEpoch + Self.offsetSeconds) / Self.secondsOfDay
        if let current, current.heads == view.docket.heads, current.day == day {
            return (current.number, current.making)
        }
        let channels = channels(of: view.docket)
        let making = Task.detached { try SiteState(view, channels) }
        let number = (current?.number ?? 0) + 1
        current = (number, view.docket.heads, day, making)
        return (number, making)
    }

    private func value(of state: (number: Int, making: Task<SiteState, any Error>)) async throws -> SiteState {
        do {
            return try await state.making.value
        } catch {
            // What could not be read this time is read anew for the next reader.
            if current?.number == state.number { current?.heads = [] }
            throw error
        }
    }

    private func channels(of docket: Docket) -> [ChannelName] {
        if let channels { return channels }
        return docket.heads.map(\.log.channel).sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    /// How far the logs are that the pages rest on: those that are held, and those that this node is to read and has
    /// nothing of yet.
    private func freshness(_ now: Timestamp) async -> Freshness {
        let docket = await node.docket
        let contacts = await node.contacts
        let held = docket.heads.map { (origin: $0.log, size: $0.size) }
        let awaited = node.peers.flatMap(\.logs)
            .filter { docket.head(of: $0) == nil && node.concerns($0.channel) }
            .map { (origin: $0, size: 0) }
        let shown = (held + awaited).filter { log in
            (channels?.contains(log.origin.channel) ?? true) && contacts[log.origin]?.absent != true
        }
        return Freshness(
            now: now,
            heads: shown.sorted { $0.origin < $1.origin }.map { log in
                let isOwn = log.origin.node == node.member.node
                return Freshness.Head(
                    origin: log.origin, size: log.size, heardAt: isOwn ? now : contacts[log.origin]?.lastContact)
            }, staleAfterSeconds: Int64(node.configuration.witness.staleAfter))
    }

    private nonisolated static func make(
        _ address: SiteAddress, _ language: Language, _ node: Node, _ state: SiteState, _ freshness: Freshness
    ) async throws -> SiteAnswer {
        func page(_ content: any PageContent) -> SiteAnswer.Content {
            .init("text/html; charset=utf-8", WebPage(content, of: node.member, freshness).bytes(language))
        }
        if case .download(_, let path) = address {
            if let file = try await SiteFiles(node: node, state: state).file(path, language) {
                return .content(.init(MediaType.of(file.name), [UInt8](file.bytes), fileName: file.name))
            }
        } else if case .page(_, let path) = address,
            let content = try await SiteDesk(node: node, state: state).page(path)
        {
            return .content(page(content))
        }
        return .notFound(page(NotFoundContent()))
    }

    private func keep(_ answer: SiteAnswer, at address: SiteAddress, _ number: Int, _ minute: Int64) {
        guard case .content(let content) = answer, content.bytes.count < Self.mostKept / 4 else { return }
        // What is kept of another state or minute serves nobody any more; when there is too much, all of it goes.
        if weight + content.bytes.count > Self.mostKept {
            shelf = [:]
            weight = 0
        }
        weight += content.bytes.count - (shelf[address]?.weight ?? 0)
        shelf[address] = Kept(state: number, minute: minute, answer: answer, weight: content.bytes.count)
    }
}
