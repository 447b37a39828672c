import Federation
import Logging
import TransparencyLog

/// Follows one log of one peer: parks on its checkpoint, fetches what is new, hands it to the mirror.
struct LogFollower: Sendable {
    let node: Node
    let client: any PeerLink
    let origin: LogOrigin

    /// Seconds a checkpoint request is parked at the origin.
    private static let wait = 25
    /// How long a bundle file may keep the turn at the log.
    private static let patience = Duration.seconds(60)
    private static let shortestPause = Duration.milliseconds(200)
    private static let longestPause = Duration.seconds(5)
    /// For a log that is not served to us and need not be: others' agreements.
    private static let pauseOfOthers = Duration.seconds(60)

    /// Runs until the task is cancelled.
    func run() async {
        var tag: String?
        var pause = Self.shortestPause
        var trees = SM3Inquiry(node: node, origin: origin)
        while !Task.isCancelled {
            let followed: Bool
            do {
                let polled = try await poll(tag)
                let isNews = polled.0 && polled.1 != tag
                (followed, tag) = polled
                if isNews { await trees.ask(client) }
            } catch let failure as TransportFailure {
                followed = false
                tag = nil
                if failure.code != .cancelled { await node.lost(origin, failure) }
            } catch {
                // The store could not keep what was verified: nothing is lost, the next poll fetches it again.
                followed = false
                tag = nil
                node.logger.error(
                    "mirroring failed",
                    metadata: ["event": "mirror-failed", "log": "\(origin.text)", "detail": "\(error)"])
            }
            pause = followed ? Self.shortestPause : min(pause * 2, Self.longestPause)
            if !followed { try? await node.clock.sleep(for: pause) }
        }
    }

    /// One poll. Returns whether the log is followed, and the tag to wait on.
    private func poll(_ tag: String?) async throws -> (Bool, String?) {
        switch try await get(.checkpoint, limit: SignedNote.maximumLength, tag: tag, wait: Self.wait) {
        case .notModified:
            node.logger.debug("nothing new", metadata: ["event": "polled", "log": "\(origin.text)"])
            await node.heard(from: origin)
            return (true, tag)
        case .absent:
            await node.notServed(origin)
            if !node.concerns(origin.channel) { try? await node.clock.sleep(for: Self.pauseOfOthers) }
            return (false, nil)
        case .body(let note, let newTag):
            // While a bundle is taken in, the poll is repeated.
            guard try await node.turns.during(origin, patience: Self.patience, { try await talk(note) }) != nil else {
                return (false, nil)
            }
            let halted = await node.mirror(of: origin)?.finding != nil
            return (!halted, halted ? nil : newTag)
        }
    }

    /// Shows the mirror a checkpoint and whatever it asks for.
    private func talk(_ note: [UInt8]) async throws {
        let prospect = await node.mirror(of: origin)?.prospect(note)
        // What the note promises is fetched and hashed while its signatures are verified here; the mirror is shown the
        // bytes after it has believed the note, or never.
        async let promised = fetch(prospect)
        var wanted = try await node.mirror(origin, prospect.map { .opened($0.opened()) } ?? .checkpoint(note))
        var story = CatchUpStory()
        await tell(&story)
        var ready: (answer: ChunkFetch.Answer, event: MirrorEvent)?
        if let prospect, wanted == prospect.resources { ready = try await promised }
        var isLarge = false
        while let resources = wanted {
            let answer: ChunkFetch.Answer
            if let ready { answer = ready.answer } else { answer = try await fetch(resources, isLarge) }
            // The tiles of a chunk that was cut short say nothing of the size of what comes next.
            if case .entries? = resources.first { isLarge = answer.isLarge }
            // The next stretch comes over the wire while this one is written to the disk, unless the two are large.
            let following = isLarge || answer.isPart ? [] : await node.mirror(of: origin)?.following ?? []
            async let next = fetch(following, false)
            wanted = try await node.mirror(origin, ready?.event ?? answer.event)
            guard wanted != nil else { break }
            await tell(&story)
            let ahead = try await next
            ready = wanted == following ? (ahead, ahead.event) : nil
        }
        await tell(&story)
    }

    private func fetch(_ prospect: MirrorProspect?) async throws -> (answer: ChunkFetch.Answer, event: MirrorEvent)? {
        guard let prospect, !prospect.resources.isEmpty else { return nil }
        let answer = try await fetch(prospect.resources, false)
        let hashed = answer.isPart ? nil : prospect.hashed(answer.bodies)
        return (answer, hashed.map(MirrorEvent.hashed) ?? answer.event)
    }

    private func tell(_ story: inout CatchUpStory) async {
        guard let mirror = await node.mirror(of: origin),
            let line = story.line(
                size: mirror.size, known: mirror.target?.checkpoint.size ?? mirror.size, at: node.clock.uptime)
        else { return }
        node.logger.info("\(line.message)", metadata: ["event": "\(line.event)", "log": "\(origin.text)"])
    }

    /// Requests of one log under way at a time.
    private static let concurrency = 4

    private func fetch(_ resources: [LogResource], _ isLarge: Bool) async throws -> ChunkFetch.Answer {
        try await ChunkFetch(concurrency: isLarge ? 1 : Self.concurrency) { try await fetch($0) }.bodies(of: resources)
    }

    private func fetch(_ resource: LogResource) async throws -> [UInt8]? {
        let limit = if case .entries = resource { EntryBundle.maximumLength } else { 8192 }
        guard case .body(let bytes, _) = try await get(resource, limit: limit, tag: nil, wait: 0) else { return nil }
        return bytes
    }

    private func get(
        _ resource: LogResource, limit: Int, tag: String?, wait: Int
    ) async throws(TransportFailure) -> FetchOutcome {
        try await client.get(
            channel: origin.channel.text, epoch: String(origin.epoch), path: resource.path, limit: limit,
            ifNoneMatch: tag, waitSeconds: wait)
    }
}
