import Federation
import NIOPosix
import Presentation
import TransparencyLog

/// Decides who comes in. Whatever is wrong, the answer is the same and takes as long.
struct LogInDesk {
    /// What came of name, password and code.
    struct Verdict {
        /// `nil`: refused.
        var account: OperatorAccount?
        /// What a browser that is not known yet shows from now on.
        var newBrowser: String?
        var wasLocked = false
        /// What this failure has locked.
        var locks: [LogInGuard.Lock] = []
    }

    let node: Node
    let watch: LogInGuard
    /// Codes go by real time, also where a demonstration has set the node's clock back.
    var clock: any NodeClock = SystemClock()
    var entropy = Entropy.system

    /// By password and code.
    ///
    /// - Parameter browser: what the browser shows of an earlier log-in.
    /// - Throws: when a used code cannot be written down; nobody comes in then.
    func enter(
        name: String, password: String, code: String, from address: String, browser: String?
    ) async throws -> Verdict {
        let account = node.operators.account(name)
        let shown = browser.map { Self.digest($0) }
        let known = shown.flatMap { account?.browsers?.contains($0) == true ? $0 : nil }
        let attempt = LogInGuard.Attempt(
            name: name, generation: account?.generation ?? 0, address: address, browser: known)
        let isLocked = watch.isLocked(attempt)
        // An answer without this work would tell by its time that something is locked, or that there is no account.
        let kept: PasswordHash = isLocked ? .decoy : (account?.password ?? .decoy)
        // Long work, not for the threads that serve everybody.
        let isRight = try await NIOThreadPool.singleton.runIfActive { kept.matches(password) }
        guard !isLocked else { return Verdict(wasLocked: true) }
        let token = known == nil ? Hex.encode(entropy.bytes(32)) : nil
        guard let account, let codes = account.codes, isRight,
            let step = TimeCode(secret: Array(codes)).step(of: code, at: clock.now, after: account.lastStep),
            try node.operators.spend(step, of: account.name, browser: token.map { Self.digest($0) })
        else { return Verdict(locks: watch.failed(attempt)) }
        watch.succeeded(attempt)
        return Verdict(account: account, newBrowser: token)
    }

    /// By the certificate of the connection.
    func account(_ connection: ConnectionIdentity) async -> OperatorAccount? {
        guard case .success(let identity)? = try? await connection.reading() else { return nil }
        return node.operators.account(certificate: identity.node)
    }

    private static func digest(_ browser: String) -> String { ContentDigest(of: Array(browser.utf8)).hex }
}
