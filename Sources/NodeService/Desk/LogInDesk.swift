import Federation
import NIOPosix
import Presentation

/// Decides who comes in. Whatever is wrong, the answer is the same and takes as long.
struct LogInDesk {
    let node: Node
    let watch: LogInGuard
    /// Codes go by real time, also where a demonstration has set the node's clock back.
    var clock: any NodeClock = SystemClock()

    /// By password and code; `nil`: refused.
    ///
    /// - Throws: when a used code cannot be written down; nobody comes in then.
    func account(name: String, password: String, code: String) async throws -> OperatorAccount? {
        guard !watch.isLocked(name) else { return nil }
        let account = node.operators.account(name)
        // Long work, not for the threads that serve everybody.
        let isRight = try await NIOThreadPool.singleton.runIfActive {
            try (account?.password ?? Self.decoy()).matches(password)
        }
        guard let account, let codes = account.codes, isRight,
            let step = TimeCode(secret: Array(codes)).step(of: code, at: clock.now, after: account.lastStep),
            try node.operators.spend(step, of: account.name)
        else {
            watch.failed(name)
            return nil
        }
        watch.succeeded(name)
        return account
    }

    /// By the certificate of the connection.
    func account(_ connection: ConnectionIdentity) async -> OperatorAccount? {
        guard case .success(let identity)? = try? await connection.reading() else { return nil }
        return node.operators.account(certificate: identity.node)
    }

    /// What a password is compared with where there is no account.
    private static func decoy() throws -> PasswordHash { try PasswordHash("", salt: [UInt8](repeating: 0, count: 16)) }
}
