import Federation
import TransparencyLog

/// Which peers are asked to cosign an own log: no more than a note has room for, or nobody could read it.
///
/// First those that the channel names, without whose acceptance nothing in it becomes final, then the centre, then those
/// that other channels name, then everybody in order of name.
struct WitnessChoice: Sendable {
    /// Those asked first stand first.
    private let chosen: [ChannelName: [NodeName]]

    /// The rest of a note is left to the log's own keys and to second lines.
    static let most = SignedNote.maximumSignatures / 2

    init(_ channels: [ChannelConfiguration], among members: [Member]) {
        let sorted = members.sorted { $0.node < $1.node }
        let named = channels.flatMap { Self.named($0) }
        var chosen: [ChannelName: [NodeName]] = [:]
        for channel in channels {
            let own = Self.named(channel)
            func rank(_ member: Member) -> Int {
                if own.contains(member.node) { return 0 }
                if member.role == .centre { return 1 }
                return named.contains(member.node) ? 2 : 3
            }
            let ranked = (0...3).flatMap { wanted in sorted.filter { rank($0) == wanted } }
            chosen[channel.channel] = ranked.prefix(Self.most).map(\.node)
        }
        self.chosen = chosen
    }

    private static func named(_ channel: ChannelConfiguration) -> [NodeName] {
        if case .nodes(let names) = channel.readers { names } else { [] }
    }

    func includes(_ node: NodeName, for channel: ChannelName) -> Bool { chosen[channel]?.contains(node) ?? false }

    /// The note of a log's own lines with as many of the cosignature lines as it has room for: first those of whom is
    /// asked first, then those of whom is not asked, as they come.
    func note(_ note: [UInt8], with lines: [String], for channel: ChannelName) -> [UInt8] {
        let names = (chosen[channel] ?? []).map { Cosigner.witness.name(of: $0) }
        let ranked = lines.map { line in
            (line, rank: NoteSignature(line: line.utf8).flatMap { names.firstIndex(of: $0.name) } ?? names.count)
        }
        let own = (try? SignedNote.parse(note).get().signatures.count) ?? 0
        let kept = (0...names.count).flatMap { rank in ranked.filter { $0.rank == rank } }
            .prefix(max(0, SignedNote.maximumSignatures - own))
        return note + kept.flatMap { Array(($0.0 + "\n").utf8) }
    }

    func count(for channel: ChannelName) -> Int { chosen[channel]?.count ?? 0 }

    /// Whether the node is asked about any own log.
    func includes(_ node: NodeName) -> Bool { chosen.values.contains { $0.contains(node) } }
}
