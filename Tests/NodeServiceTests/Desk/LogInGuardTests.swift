import Testing

@testable import NodeService

/// Guessing is slowed down where it is done, and keeps nobody out for good.
@Suite("The lock against guessing")
struct LogInGuardTests {
    private let clock = SettableClock()
    private let watch: LogInGuard

    init() { watch = LogInGuard(clock) }

    private func attempt(
        _ name: String, from address: String = "10.0.0.1", browser: String? = nil, generation: Int = 0
    ) -> LogInGuard.Attempt {
        LogInGuard.Attempt(name: name, generation: generation, address: address, browser: browser)
    }

    private func fail(_ count: Int, _ attempt: LogInGuard.Attempt) -> [LogInGuard.Lock] {
        (0..<count).flatMap { _ in watch.failed(attempt) }
    }

    @Test("Five failures lock a name for a minute, then longer, up to fifteen; others are not concerned")
    func longer() {
        let nobody = attempt("nobody")
        #expect(fail(4, nobody).isEmpty && !watch.isLocked(nobody))
        for (failures, seconds) in [(5, 60), (6, 120), (7, 240), (8, 480), (9, 900), (10, 900)] {
            #expect(fail(1, nobody) == [LogInGuard.Lock(scope: .here, failures: failures, seconds: seconds)])
            #expect(watch.isLocked(nobody) && !watch.isLocked(attempt("zhang")))
            clock.pass(.seconds(seconds - 1))
            #expect(watch.isLocked(nobody))
            clock.pass(.seconds(1))
            #expect(!watch.isLocked(nobody))
        }
        clock.pass(.seconds(3_601))
        #expect(fail(4, nobody).isEmpty && !watch.isLocked(nobody))
        watch.succeeded(nobody)
        #expect(fail(4, nobody).isEmpty)
    }

    @Test("Guesses elsewhere do not lock an operator's own address, nor a browser that is known")
    func elsewhere() {
        let known = attempt("zhang", browser: "b1")
        _ = fail(5, attempt("zhang", from: "10.0.0.9"))
        #expect(watch.isLocked(attempt("zhang", from: "10.0.0.9")) && !watch.isLocked(attempt("zhang")))
        // From ten addresses: the name is locked, but not where its operator has worked before.
        let locks = (1...10).flatMap { fail(5, attempt("zhang", from: "10.0.1.\($0)")) }
        #expect(locks.contains(LogInGuard.Lock(scope: .everywhere, failures: 50, seconds: 60)))
        #expect(watch.isLocked(attempt("zhang")) && !watch.isLocked(known))
        #expect(!watch.isLocked(attempt("li")))
    }

    @Test("An address that tries many names is locked for all of them, known browsers excepted")
    func manyNames() {
        let locks = (0..<20).flatMap { fail(1, attempt("name\($0)")) }
        #expect(locks == [LogInGuard.Lock(scope: .address, failures: 20, seconds: 60)])
        #expect(watch.isLocked(attempt("zhang")) && !watch.isLocked(attempt("zhang", from: "10.0.0.2")))
        #expect(!watch.isLocked(attempt("zhang", browser: "b1")))
        // Whoever has an account cannot buy more guesses with it.
        watch.succeeded(attempt("zhang"))
        #expect(watch.isLocked(attempt("li")))
    }

    @Test("A known browser that guesses is locked as well; new secrets begin the count anew")
    func knownBrowser() {
        #expect(fail(5, attempt("zhang", browser: "b1")) == [.init(scope: .browser, failures: 5, seconds: 60)])
        #expect(watch.isLocked(attempt("zhang", browser: "b1")) && !watch.isLocked(attempt("zhang", browser: "b2")))
        #expect(!watch.isLocked(attempt("zhang", browser: "b1", generation: 1)))
        _ = fail(5, attempt("li"))
        #expect(watch.isLocked(attempt("li")) && !watch.isLocked(attempt("li", generation: 1)))
    }

    @Test("However many names are tried, what is locked stays locked", arguments: [20_000])
    func flood(count: Int) {
        _ = fail(5, attempt("zhang", from: "10.9.9.9"))
        for place in 0..<count { _ = watch.failed(attempt("flood\(place)", from: "10.\(place % 200).0.1")) }
        #expect(watch.isLocked(attempt("zhang", from: "10.9.9.9")))
    }
}
