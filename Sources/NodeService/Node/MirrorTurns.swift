import Federation

/// Who is just talking to the mirror of a log. A mirror is shown a checkpoint and then what it asks for; two sources at
/// once, a peer and a bundle file, would answer each other's questions.
actor MirrorTurns {
    private var taken: Set<LogOrigin> = []
    private let clock: any NodeClock

    init(_ clock: any NodeClock) { self.clock = clock }

    private func take(_ origin: LogOrigin) -> Bool { taken.insert(origin).inserted }
    private func give(_ origin: LogOrigin) { taken.remove(origin) }

    /// Runs `body` while nobody else has the turn. `nil` when the turn did not come in time or the task was cancelled.
    nonisolated func during<Value: Sendable>(
        _ origin: LogOrigin, patience: Duration, _ body: () async throws -> Value
    ) async throws -> Value? {
        let deadline = Deadline(after: patience, by: clock)
        while !(await take(origin)) {
            guard deadline.left > .zero, !Task.isCancelled else { return nil }
            try? await clock.sleep(for: .milliseconds(20))
        }
        do {
            let value = try await body()
            await give(origin)
            return value
        } catch {
            await give(origin)
            throw error
        }
    }
}
