import Federation
import Logging
import NodeStore
import TransparencyLog

/// Saying what somebody decides.
///
/// Decisions that arrive while others are being written are taken together: each sees what those before it say, and
/// all are made durable by one signature for each log and in one transaction. Nobody is answered before, and where it
/// fails, everybody is told so: an answer such as "recorded already" can rest on what was not stored.
extension Node {
    /// Entries of one group; whatever waits beyond them is the next.
    private static let mostEntries = 4096

    /// Decides and says in one step that nothing else of this node can come between: what `decide` saw is
    /// what the entries rest on. Everything that falls due by it is said as well.
    /// Returns the decision's value and the places of its own entries.
    func act<Value: Sendable>(
        _ decide: @escaping @Sendable (NodeView) throws -> (Value, [Draft])
    ) async throws -> (Value, [EntryReference]) {
        guard !isActing else {
            return try await withCheckedThrowingContinuation { continuation in
                waiting.append(WaitingAct(decide) { continuation.resume(with: $0) })
            }
        }
        // Who finds nobody at work does it himself, so that the node is free when he has his answer.
        isActing = true
        let outcome = ActOutcome<Value>()
        waiting.append(WaitingAct(decide, outcome.set))
        let answers = actOnGroup()
        await signal.fire()
        await views.follow(view.desk.cases, look: numberedLook())
        for answer in answers { answer() }
        if waiting.isEmpty {
            isActing = false
        } else {
            Task(executorPreference: clock.executor) { await self.actOnAll() }
        }
        return try outcome.get()
    }

    /// The views of one group are followed while the next is written.
    private func actOnAll() async {
        var answering: Task<Void, Never>?
        while !waiting.isEmpty {
            let answers = actOnGroup()
            await signal.fire()
            await answering?.value
            answering = Task(executorPreference: clock.executor) {
                [views, cases = view.desk.cases, look = numberedLook()] in
                await views.follow(cases, look: look)
                for answer in answers { answer() }
            }
            // Whoever came meanwhile gets in line.
            await Task.yield()
        }
        isActing = false
        await answering?.value
    }

    /// Decides and stores what waits, and whatever falls due by it. Returns how to answer each, in order.
    private func actOnGroup() -> [@Sendable () -> Void] {
        do {
            try catchUpOwnLogs()
        } catch {
            let group = waiting
            waiting = []
            return group.map { act in { act.failed(error) } }
        }
        var unsaid = UnsaidEntries()
        var decided: [(act: WaitingAct, result: Result<UnsaidEntries.Said, any Error>)] = []
        while decided.count < waiting.count, unsaid.count < Self.mostEntries {
            let act = waiting[decided.count]
            decided.append((act, Result { try decideOne(act, &unsaid) }))
        }
        waiting.removeFirst(decided.count)
        let failure = storeAll(unsaid)
        do {
            try sayWhatIsDue()
        } catch {
            // What was decided stands; what follows from it is tried again within a minute.
            settledDay = nil
            logger.error("what is due was not said", metadata: ["event": "not-settled", "detail": "\(error)"])
        }
        return decided.map { act, result in
            switch (failure, result) {
            case (let failure?, _): { act.failed(failure) }
            case (nil, .failure(let error)): { act.failed(error) }
            case (nil, .success(let said)): { said.done(said.places) }
            }
        }
    }

    /// Per channel in the order given. All entries of a decision can be said, or none is.
    private func decideOne(_ act: WaitingAct, _ unsaid: inout UnsaidEntries) throws -> UnsaidEntries.Said {
        let (drafts, done) = try act.decide(view)
        var encoded: [(origin: LogOrigin, entries: [EncodedEntry])] = []
        for channel in Set(drafts.map(\.channel)).sorted() {
            guard let origin = configuration.origin(of: channel) else { throw NodeProblem.noChannel(channel) }
            encoded.append((origin, try encode(drafts.filter { $0.channel == channel }.map(\.entry), for: origin)))
        }
        for (origin, _) in encoded { try keeper.prepare(origin) }
        var places: [EntryReference] = []
        for (origin, entries) in encoded {
            // Who signs is who could before: a key that is retired here still signs that it is.
            unsaid.add(entries.map(\.bytes), to: origin, signers: signers(of: origin))
            places += keeper.foldUnsaid(entries, of: origin)
        }
        return UnsaidEntries.Said(places: places, done: done)
    }

    /// One transaction for all of it. Returns why nothing was stored.
    private func storeAll(_ unsaid: UnsaidEntries) -> (any Error)? {
        var failure: (any Error)?
        do {
            if !unsaid.logs.isEmpty { try store(unsaid.logs) }
        } catch {
            failure = error
        }
        keeper.forgetEdges()
        guard failure != nil else { return nil }
        // What could not be stored is in the docket, and perhaps in the store all the same.
        do {
            try readInAnew()
        } catch {
            logger.error("the logs could not be read", metadata: ["event": "not-read", "detail": "\(error)"])
            // Until they are, nothing is decided, and nothing said of what follows from a commit that happened all the
            // same. Tried again within a minute.
            settledDay = nil
        }
        return failure
    }
}
