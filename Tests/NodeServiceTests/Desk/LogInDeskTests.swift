import Testing

@testable import NodeService

/// Whoever guesses learns nothing, from the time of an answer neither. One scrypt (N = 2¹⁵, r = 8, p = 3) takes a tenth
/// of a second and more; all else of a refusal takes thousandths.
@Suite("The time of a refused log-in", .serialized)
struct LogInDeskTests {
    @Test("A locked attempt and one without an account take as long as a comparison")
    func time() async throws {
        let local = try await LocalNode()
        let desk = LogInDesk(node: try local.open(), watch: LogInGuard(SettableClock()))
        let clock = ContinuousClock()
        let kept = try PasswordHash("right", salt: Array(repeating: 1, count: 16))
        var comparison = Duration.seconds(3_600)
        for _ in 0..<3 {
            let begun = clock.now
            #expect(!kept.matches("wrong"))
            comparison = min(comparison, clock.now - begun)
        }
        for attempt in 1...7 {
            let begun = clock.now
            let verdict = try await desk.enter(
                name: "nobody", password: "guess", code: "000000", from: "10.0.0.1", browser: nil)
            let taken = clock.now - begun
            #expect(verdict.account == nil)
            #expect(verdict.wasLocked == (attempt > 5), "\(attempt)")
            // A busy machine is not of one speed.
            #expect(taken > comparison / 8, "\(attempt): \(taken), a comparison \(comparison)")
        }
    }

    @Test("Nothing that is typed is the decoy's password", arguments: ["", "guess", "00000000"])
    func decoy(password: String) {
        #expect(!PasswordHash.decoy.matches(password))
        #expect(PasswordHash.decoy.rounds == 32_768 && PasswordHash.decoy.parallelism == 3)
    }
}
