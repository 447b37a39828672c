import Crypto
import TransparencyLog

/// RFC 6962 section 2.1 as it is written there: recursive, over all leaves, with its own SHA-256
/// calls. Slow and plain; what the target computes is compared with it.
struct ReferenceTree {
    let entries: [[UInt8]]

    /// Entries whose bytes are their own index, distinct and of uneven length.
    init(size: Int) {
        entries = (0..<size).map { Array("entry \($0)".utf8) }
    }

    init(entries: [[UInt8]]) {
        self.entries = entries
    }

    /// MTH(D[start:end]).
    func root(_ start: Int, _ end: Int) -> [UInt8] {
        switch end - start {
        case 0: return sha256([])
        case 1: return sha256([0] + entries[start])
        default:
            let split = start + largestPowerOfTwo(below: end - start)
            return sha256([1] + root(start, split) + root(split, end))
        }
    }

    /// PATH(m, D[start:end]), section 2.1.1; `leaf` counts from 0 in the whole tree.
    func path(_ leaf: Int, _ start: Int, _ end: Int) -> [[UInt8]] {
        guard end - start > 1 else { return [] }
        let split = start + largestPowerOfTwo(below: end - start)
        return leaf < split
            ? path(leaf, start, split) + [root(split, end)]
            : path(leaf, split, end) + [root(start, split)]
    }

    /// SUBPROOF(m, D[start:end], isWhole), section 2.1.2; `old` counts from `start`.
    func subproof(_ old: Int, _ start: Int, _ end: Int, isWhole: Bool = true) -> [[UInt8]] {
        if old == end - start { return isWhole ? [] : [root(start, end)] }
        let half = largestPowerOfTwo(below: end - start)
        return old <= half
            ? subproof(old, start, start + half, isWhole: isWhole) + [root(start + half, end)]
            : subproof(old - half, start + half, end, isWhole: false)
                + [root(start, start + half)]
    }

    private func largestPowerOfTwo(below count: Int) -> Int {
        var power = 1
        while power * 2 < count { power *= 2 }
        return power
    }

    private func sha256(_ bytes: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: bytes))
    }
}

extension ReferenceTree: HashReader {
    func hash(level: Int, index: Int) -> MerkleHash? {
        let end = (index + 1) << level
        guard end <= entries.count else { return nil }
        return MerkleHash(root(index << level, end))
    }
}
