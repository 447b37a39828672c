import Federation
import TransparencyLog

/// The one history of a log, as its owner has told it.
final class History {
    let origin: LogOrigin
    private var frontiers: [Frontier] = [Frontier()]
    private var contents: [ContentDigest] = []
    /// The largest size that somebody else has.
    private var largestShared = 0
    /// Whether its owner's disk was put back, lost or copied: what nobody else has may then lawfully be lost, and two
    /// histories have to raise an alarm instead of never being there.
    var isEndangered = false
    /// Whether two histories may come about: nobody could be asked, or the key is in two places.
    var mayFork = false
    /// Two histories were told.
    private(set) var isForked = false

    init(_ origin: LogOrigin) { self.origin = origin }

    var size: Int { frontiers.count - 1 }

    func root(_ size: Int) -> MerkleHash? { size < frontiers.count ? frontiers[size].root : nil }

    /// Entries from `start` on, as the owner has them.
    /// - Throws: `Violation` for an entry that says what another one has said already, its time aside.
    func grow(_ entries: [[UInt8]]) throws {
        for bytes in entries {
            let content = try content(bytes)
            guard !contents.contains(content) else {
                throw Violation(
                    "said-twice", "\(origin.text)#\(size) \(String(decoding: bytes.prefix(300), as: UTF8.self))")
            }
            contents.append(content)
            var frontier = frontiers[size]
            frontier.append(MerkleHash.leaf(bytes))
            frontiers.append(frontier)
        }
    }

    private func content(_ bytes: [UInt8]) throws -> ContentDigest {
        do {
            let entry = try SignedEntry(bytes: bytes, foundIn: origin)
            let timeless = SignedEntry(log: origin, at: Timestamp(secondsSinceEpoch: 0), entry: entry.entry)
            return ContentDigest(of: try timeless.encoded())
        } catch {
            throw Violation("own-entry-not-understood", "\(origin.text)#\(size) \(error)")
        }
    }

    /// An endangered owner has another entry at `place`: the rest is told anew, or there are two histories now.
    func retell(from place: Int) throws {
        guard place >= largestShared else {
            return try differ("forked-history", "\(origin.text) is told anew from \(place)")
        }
        frontiers.removeLast(size - place)
        contents.removeLast(contents.count - place)
    }

    func compare(size: Int, root: MerkleHash, at who: String) throws {
        guard !isForked else { return }
        guard size <= self.size else {
            return try differ("more-than-its-owner", "\(who) holds \(size) of \(origin.text), its owner \(self.size)")
        }
        guard frontiers[size].root == root else {
            try differ("other-history", "\(who) holds another \(origin.text) of size \(size)")
            return
        }
    }

    func saw(_ seen: SeenCheckpoints.Seen) throws {
        if seen.hasArrived { largestShared = max(largestShared, seen.size) }
        guard !isForked else { return }
        guard seen.size <= size else {
            if isEndangered { return }
            throw Violation("published-not-durable", "\(origin.text) of size \(seen.size), its owner holds \(size)")
        }
        guard frontiers[seen.size].root == seen.root else {
            if isEndangered, !seen.hasArrived { return }
            try differ("forked-history", "\(origin.text) of size \(seen.size)")
            return
        }
    }

    private func differ(_ code: String, _ detail: String) throws {
        guard mayFork else { throw Violation(code, detail) }
        isForked = true
    }
}
