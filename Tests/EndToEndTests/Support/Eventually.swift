/// Asks again and again until the answer holds; generous, because the machine may be busy.
enum Eventually {
    static func holds(
        _ what: String, within limit: Duration = .seconds(60), _ condition: () async throws -> Bool
    ) async throws {
        let deadline = ContinuousClock.now + limit
        while true {
            if try await condition() { return }
            guard ContinuousClock.now < deadline else { throw TestProblem("not within \(limit): \(what)") }
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
