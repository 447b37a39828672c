import Federation
import Foundation
import NodeStore
import TransparencyLog

/// The keys that stored logs may be signed with: the node's own and those of the files in `peers/`, and what a log
/// file itself has from them by rotation.
struct KnownKeys: Sendable {
    private let register: KeyRegister

    /// A file is not trusted: a rotation in it counts only under a checkpoint kept beside it that the old key signed,
    /// or when its new key is the configured one, which has itself named the old one.
    init(_ configuration: NodeConfiguration, _ file: LogFile?) throws {
        let own = configuration.member(
            logKey: try LogKey(contentsOf: configuration.logKey).publicKey,
            sm2: try configuration.sm2.read().map(\.publicKey))
        let members =
            [own]
            + (try PeerConfiguration.folder(configuration.peers).map {
                $0.member.demanding(configuration.demands.of($0.member.node))
            })
        guard
            let roster = Roster(
                members.enumerated().filter { $0.offset == 0 || $0.element.node != own.node }.map(\.element))
        else {
            throw ConfigurationProblem(
                file: configuration.peers.path, zh: "两个成员的节点名、代码或日志公钥相同",
                en: "two members share a node name, a code or a log key")
        }
        var docket = Docket(roster: roster)
        // A file that cannot be read is the check's own finding.
        for said in (try? file?.keyRotations()) ?? [] where Self.counts(said, roster) {
            let (log, index) = (said.place.log, said.place.index)
            docket.fold([said.entry], from: index, head: CutLog(log: log, size: index + 1, root: .emptyTree))
        }
        register = docket.keys
    }

    private static func counts(_ said: LogFile.KeyRotation, _ roster: Roster) -> Bool {
        let log = said.place.log
        guard let signed = try? SignedEntry(bytes: said.entry, foundIn: log),
            case .keyRotation(let entry) = signed.entry,
            let member = roster.member(log.node)
        else { return false }
        if entry.newKey == member.logKey(of: log) { return true }
        guard let old = NoteVerifier(name: log.text, publicKey: entry.oldKey) else { return false }
        return said.notes.contains { note in
            if case .success = VerifiedCheckpoint.open(note: note, origin: log.text, keys: [old]) {
                true
            } else {
                false
            }
        }
    }

    /// None for a log of nobody known.
    func noteKeys(of origin: LogOrigin) -> NoteKeys { register.noteKeys(of: origin) }

    /// What a checkpoint that is not stored yet has to be signed with.
    func demandedKeys(of origin: LogOrigin) -> NoteKeys { register.demandedKeys(of: origin) }
}
