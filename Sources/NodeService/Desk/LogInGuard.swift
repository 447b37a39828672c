import Compensation
import Synchronization
import TransparencyLog

/// Slows down whoever guesses: failures lock what they are counted for, for a minute, then for twice as long each time,
/// up to fifteen. An hour without a failure counts as none before. Names without an account are counted alike.
///
/// A browser in which the account has been used before counts for itself alone, so that nobody else's guesses keep its
/// operator out (OWASP, “Device Cookies”).
final class LogInGuard: Sendable {
    /// What failures are counted for.
    enum Scope: Sendable {
        /// An account in a browser that it has been used in.
        case browser
        /// An account from one address.
        case here
        /// An address, whatever the accounts.
        case address
        /// An account from anywhere.
        case everywhere

        fileprivate var patience: Int {
            switch self {
            case .browser, .here: 5
            case .address: 20
            case .everywhere: 50
            }
        }
    }

    /// Somebody who wants to come in.
    struct Attempt: Sendable {
        let name: String
        /// Of the account; new secrets begin the count anew.
        var generation = 0
        let address: String
        /// The digest of what a known browser shows; `nil`: it is none of this account's.
        var browser: String?

        fileprivate var keys: [(scope: Scope, key: ContentDigest)] {
            let account = "\(generation) \(name)"
            func key(_ text: String) -> ContentDigest { ContentDigest(of: Array(text.utf8)) }
            if let browser { return [(.browser, key("browser \(browser) \(account)"))] }
            return [
                (.here, key("here \(address) \(account)")), (.address, key("address \(address)")),
                (.everywhere, key("everywhere \(account)")),
            ]
        }
    }

    /// What a failure has locked.
    struct Lock: Sendable, Equatable {
        let scope: Scope
        let failures: Int
        let seconds: Int

        var text: Bilingual {
            let (zh, en) =
                switch scope {
                case .browser:
                    ("该账号在已登录过的浏览器上失败 \(failures) 次", "\(failures) failures of the account in a browser it is known in")
                case .here: ("该账号自此地址失败 \(failures) 次", "\(failures) failures of the account from this address")
                case .address:
                    ("此地址对各账号共失败 \(failures) 次", "\(failures) failures from this address, whatever the account")
                case .everywhere: ("该账号自各地址共失败 \(failures) 次", "\(failures) failures of the account from anywhere")
                }
            return Bilingual(zh: "\(zh)，锁定 \(seconds) 秒", en: "\(en): locked for \(seconds) s")
        }
    }

    private struct Count {
        var failures = 0
        var last = Duration.zero
        var lockedUntil = Duration.zero
    }

    private let clock: any NodeClock
    private let counts = Mutex<[ContentDigest: Count]>([:])

    private static let memory = Duration.seconds(3_600)
    private static let mostCounts = 8_192

    init(_ clock: any NodeClock) { self.clock = clock }

    func isLocked(_ attempt: Attempt) -> Bool {
        let now = clock.uptime
        return counts.withLock { counts in
            attempt.keys.contains { now < counts[$0.key]?.lockedUntil ?? .zero }
        }
    }

    /// Counts a failure. Returns what it has locked.
    func failed(_ attempt: Attempt) -> [Lock] {
        let now = clock.uptime
        return counts.withLock { counts in
            attempt.keys.compactMap { scope, key -> Lock? in
                if counts.count >= Self.mostCounts, counts[key] == nil {
                    counts = counts.filter { now < $0.value.lockedUntil }
                    if counts.count >= Self.mostCounts { return nil }
                }
                var count = counts[key] ?? Count()
                if now - count.last > Self.memory { count = Count() }
                count.failures += 1
                count.last = now
                let excess = count.failures - scope.patience
                let seconds = excess < 0 ? 0 : min(60 << min(excess, 4), 900)
                if excess >= 0 { count.lockedUntil = now + .seconds(seconds) }
                counts[key] = count
                return excess < 0 ? nil : Lock(scope: scope, failures: count.failures, seconds: seconds)
            }
        }
    }

    /// Whoever came in has not guessed; an address stays counted, since others may guess from it.
    func succeeded(_ attempt: Attempt) {
        counts.withLock { counts in
            for (scope, key) in attempt.keys where scope != .address { counts[key] = nil }
        }
    }
}
