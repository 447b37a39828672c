import Federation
import Logging
import NodeStore
import TransparencyLog

/// Own logs of earlier epochs. Nothing is written to them any more, and what they say counts for ever: where entries of
/// theirs are missing, this node computes otherwise than its neighbours.
extension Node {
    /// The own logs to ask the peers about. Once the node may sign, only those it writes to: it holds the others as far
    /// as they count, and whoever has an old key cannot stop it by them.
    func ownLogsToAskFor() throws -> [LogOrigin] {
        guard clearance.verdict != .cleared else { return configuration.origins }
        return try Set(configuration.origins + configuration.earlierOrigins + earlierLogsKnown()).sorted()
    }

    /// Own logs of earlier epochs that are stored or that a later one names, sorted.
    func earlierLogsKnown() throws -> [LogOrigin] {
        let stored = try database.logs().filter(\.own).map(\.origin)
        let named = docket.epochs.opened.map(\.body.previous.log)
        return Set(stored + named).filter(configuration.isEarlier).sorted()
    }

    /// What verifies the own logs: the keys at hand, those of `node.yaml`, and those that the stored logs tie to them.
    var ownNoteKeys: @Sendable (LogOrigin) -> NoteKeys {
        let (ring, register) = (ring, docket.keys)
        return { origin in
            let (atHand, tied) = (ring.noteKeys(of: origin), register.noteKeys(of: origin))
            let others = tied.verifiers.filter { !atHand.verifiers.contains($0) }
            return NoteKeys(atHand.verifiers + others, required: atHand.required)
        }
    }

    /// Where the next epoch says that an own log ends; `nil` as long as none does.
    func end(of origin: LogOrigin) -> CutLog? { Self.end(of: origin, docket) }

    private static func end(of origin: LogOrigin, _ docket: Docket) -> CutLog? {
        docket.epochs.opened.last { $0.body.previous.log == origin }?.body.previous
    }

    /// A checkpoint of an own log of an earlier epoch, shown by a peer whose mirror holds its entries.
    /// - Parameter here: root of the own log at the shown size, where it is held that far.
    func earlierLogSeen(_ shown: CutLog, here: MerkleHash?, note: [UInt8], peer: NodeName) throws {
        if let here {
            guard here != shown.root, !clearance.logsSetAside.contains(shown.log) else { return }
            let code: MirrorFinding.Code =
                try database.signedHead(of: shown.log)?.size == shown.size ? .forked : .inconsistent
            try keepContradiction(shown.log, code, "shown by \(peer.text)", note)
        } else if isWanted(shown.log, shown.size) {
            clearance.reaches(shown.log, shown.size, by: peer)
        }
    }

    /// Whether entries up to this size count. What is signed in a log beyond the end that the next epoch names is
    /// nobody's word: the old key is in other hands.
    func isWanted(_ origin: LogOrigin, _ size: Int) -> Bool {
        end(of: origin).map { size <= $0.size } ?? true
    }

    /// Notes how far own logs go by the word of this node itself in another of them, where less is held: it is what was
    /// lost with a disk before anybody had it.
    static func missOwnWord(
        _ docket: Docket, of node: NodeName, _ database: LogDatabase, _ clearance: inout SigningClearance
    ) throws {
        for end in docket.ownWord(of: node) where try (database.signedHead(of: end.log)?.size ?? 0) < end.size {
            clearance.reaches(end.log, end.size, by: nil)
        }
    }
}
