import Crypto
import Foundation
import Presentation
import Synchronization
import TransparencyLog

/// One operator at the desk, from log-in to log-out. Kept in memory only: a restart ends every session.
final class DeskSession: Sendable {
    /// A file that was checked and waits to be confirmed, and the workbook that shows what was wrong with another.
    struct Files {
        var checked: OperatorCommand.ReadingsFile?
        var returned: ProducedFile?
    }

    let name: String
    /// Of the account at log-in; a later one ends the session.
    let generation: Int
    let opened: Duration
    private let secret: [UInt8]
    private let lastUse: Mutex<Duration>

    private static let idle = Duration.seconds(15 * 60)
    private static let longest = Duration.seconds(8 * 3_600)

    let files = Mutex(Files())

    init(of account: OperatorAccount, opened: Duration, secret: [UInt8]) {
        name = account.name
        generation = account.generation
        self.opened = opened
        self.secret = secret
        lastUse = Mutex(opened)
    }

    /// What a form for an act carries: nobody makes it without the session.
    func seal(_ act: DeskAct) -> String {
        Hex.encode(
            Array(HMAC<SHA256>.authenticationCode(for: Array(act.rawValue.utf8), using: SymmetricKey(data: secret))))
    }

    func isSealed(_ seal: String?, _ act: DeskAct) -> Bool {
        SameBytes.areEqual(Array((seal ?? "").utf8), Array(self.seal(act).utf8))
    }

    /// Whether it has lasted too long, or was left for too long.
    func isOver(at now: Duration) -> Bool {
        now - opened > Self.longest || now - lastUse.withLock { $0 } > Self.idle
    }

    func use(at now: Duration) { lastUse.withLock { $0 = now } }
}
