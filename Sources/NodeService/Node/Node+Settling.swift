import Compensation
import Federation
import Logging
import TransparencyLog

/// Saying what falls due by what the logs say.
extension Node {
    /// Says whatever is due.
    public func settle() async throws {
        let day = today
        settledDay = nil
        try catchUpOwnLogs()
        let cases = try sayWhatIsDue()
        if !keeper.isAhead { settledDay = day }
        let look = numberedLook()
        await tellOfGrowth()
        await views.follow(cases, look: look)
    }

    /// Settles once a day at least: a period that ends makes its proposal due without a word from anybody. What was due
    /// and could not be stored is tried again, for nothing else need happen when there is room on the disk once more.
    func settleOnNewDay() async throws {
        if today != settledDay { try await settle() }
    }

    private var today: Period? { clock.now.civilTime.flatMap { PeriodKind.day.period(containing: $0) } }

    /// Settles once for all logs that grow while the node is at other work: every one of them is looked at then, and
    /// looking costs as much for one as for a hundred.
    func settleTogether() async throws {
        let settling = nextSettling ?? Task(executorPreference: clock.executor) { try await self.settleNext() }
        nextSettling = settling
        // Whoever stops the node stops what goes on for all of them: the views' way through a long log.
        try await withTaskCancellationHandler {
            try await settling.value
        } onCancel: {
            settling.cancel()
        }
    }

    private func settleNext() async throws {
        nextSettling = nil
        try await settle()
    }

    /// Wakes who waits for the own logs, or for a peer whose witness has become known. What others say is no news to
    /// the thousands who are parked here.
    private func tellOfGrowth() async {
        let heads = configuration.origins.map { docket.head(of: $0) }
        guard heads != toldHeads || hasNewWitness else { return }
        (toldHeads, hasNewWitness) = (heads, false)
        await signal.fire()
    }

    /// Returns the settlements as they stand then. Bounded: every step makes itself go away, so more rounds than
    /// settlements can need is a mistake to stop at.
    @discardableResult
    func sayWhatIsDue() throws -> [SettlementCase] {
        guard clearance.verdict == .cleared, keeper.damaged.isEmpty, !keeper.isAhead else { return view.desk.cases }
        for _ in 0..<100 {
            let (drafts, cases) = try look()
            guard !drafts.isEmpty else { return cases }
            try say(drafts)
        }
        return view.desk.cases
    }

    /// What is to be said, and where the settlements stand. Looks at one view and lets it go: what is said next would
    /// make a copy of all it holds.
    private func look() throws -> (drafts: [Draft], cases: [SettlementCase]) {
        var view = view
        view.desk = view.desk.prepared
        earlier = EarlierComputations(of: view.desk.cases)
        return (try due(view).filter(isSayable), view.desk.cases)
    }

    /// What a neighbour's entries make due can be beyond the limits of an entry. It is left unsaid and told in the
    /// log; everything else goes on.
    private func isSayable(_ draft: Draft) -> Bool {
        guard let origin = configuration.origin(of: draft.channel) else {
            logger.error(
                "no such channel here", metadata: ["event": "cannot-say", "detail": "\(draft.channel.text)"])
            return false
        }
        do {
            // Said when the operator has opened the epoch; the condition KEY-07 tells it.
            guard try unopened(origin) == nil else { return false }
            _ = try EncodedEntry(SignedEntry(log: origin, at: clock.now, entry: draft.entry))
            return true
        } catch {
            logger.error(
                "what is due cannot be said",
                metadata: ["event": "cannot-say", "detail": "\(draft.entry.kind): \(error)"])
            return false
        }
    }

    private func due(_ view: NodeView) throws -> [Draft] {
        try dueRegistrations() + dueCountersignatures() + dueSettlementWords(view)
    }

    private func dueSettlementWords(_ view: NodeView) throws -> [Draft] {
        switch member.role {
        case .province: return try view.steps.due()
        case .centre:
            guard configuration.origin(of: .central) != nil else { return [] }
            let words = try CentreNextSteps(view.desk, channel: .central, history: database).due()
            guard words.isEmpty, configuration.clearing == .automatic else { return words }
            return try ClearingNextSteps(
                ClearingDesk(docket, history: database, now: clock.now), channel: .central
            ).due()
        }
    }

    /// Per channel one transaction, in the order given.
    @discardableResult
    private func say(_ drafts: [Draft]) throws -> [EntryReference] {
        var places: [EntryReference] = []
        for channel in Set(drafts.map(\.channel)).sorted() {
            guard let origin = configuration.origin(of: channel) else { throw NodeProblem.noChannel(channel) }
            places += try append(drafts.filter { $0.channel == channel }.map(\.entry), to: origin)
        }
        return places
    }
}
