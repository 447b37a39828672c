/// What the parties agree on, from what each has said in its own order and what it had seen of the others then.
///
/// They agree where, at some point that the entries allow, all of them say the same. The latest such agreement counts.
/// Where two stand side by side because offers crossed, and nobody can tell which came first, neither counts, and what
/// was agreed on before both of them stays. Everything said after a settlement was recorded comes after all that it
/// rests on, whatever the word itself says of it: what is recorded is undone only by a word of every party.
struct FactAgreement {
    /// How many of the words of each party.
    private typealias Reach = [Int]

    /// Of each party, in order of place.
    private let words: [[FactWord]]
    /// Of each party and word, how much of the others it had seen.
    private let seen: [[Reach]]

    init(_ words: [[FactWord]]) {
        self.words = words
        seen = words.map { own in
            own.map { word in
                words.map { other in
                    let last = other.lastIndex { said in
                        word.seen.contains { $0.log == said.place.log && said.place.index <= $0.index }
                    }
                    return last.map { $0 + 1 } ?? 0
                }
            }
        }
    }

    /// `recorded` are the cuts of what has been recorded one after the other.
    func value(recorded: [[CutLog]]) -> String? {
        var value: String?
        var start = words.map { _ in 0 }
        for cut in recorded {
            let end = zip(start, words).map { start, words in
                max(start, words.prefix { word in cut.contains { $0.includes(word.place) } }.count)
            }
            value = latest(from: start, to: end) ?? value
            start = end
        }
        return latest(from: start, to: words.map(\.count)) ?? value
    }

    /// The value of the latest agreement to which a word behind `start` belongs.
    private func latest(from start: Reach, to end: Reach) -> String? {
        var end = end
        while true {
            let agreements = agreements(from: start, to: end)
            let last = agreements.filter { one in
                !agreements.contains { $0.reach != one.reach && Self.covers($0.reach, one.reach) }
            }
            guard let first = last.first, last.count > 1 else { return last.first?.value }
            end = last.reduce(first.reach) { reach, other in zip(reach, other.reach).map { min($0, $1) } }
        }
    }

    /// The latest agreement on each value.
    private func agreements(from start: Reach, to end: Reach) -> [(value: String, reach: Reach)] {
        guard let words = words.first, let end0 = end.first else { return [] }
        var found: [(value: String, reach: Reach)] = []
        var tried: [String] = []
        for word in words[..<end0] where !tried.contains(where: { $0.sameBytes(as: word.value) }) {
            tried.append(word.value)
            if let reach = agreement(on: word.value, from: start, to: end) { found.append((word.value, reach)) }
        }
        return found
    }

    private func agreement(on value: String, from start: Reach, to end: Reach) -> Reach? {
        var reach = end
        while true {
            for party in words.indices {
                let last = words[party][..<reach[party]].lastIndex { $0.value.sameBytes(as: value) }
                guard let last, last + 1 >= start[party] else { return nil }
                reach[party] = last + 1
            }
            guard reach != start else { return nil }
            // Who had seen more of another than is reached spoke later.
            let early = words.indices.compactMap { party in
                (start[party]..<reach[party]).first { !Self.covers(reach, seen[party][$0]) }.map { (party, $0) }
            }
            guard !early.isEmpty else { return reach }
            for (party, word) in early { reach[party] = word }
        }
    }

    private static func covers(_ one: Reach, _ other: Reach) -> Bool { zip(one, other).allSatisfy { $0 >= $1 } }
}
