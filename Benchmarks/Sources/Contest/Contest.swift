/// Ways of doing the same work, timed in turn.
public struct Contest {
    public struct Disagreement: Error {
        public let contest: String
    }

    public let title: String
    /// The first is what the others are compared with.
    let contestants: [Contestant]

    public init(title: String, contestants: [Contestant]) {
        self.title = title
        self.contestants = contestants
    }

    /// In every round each runs once, the first contestant changing from round to round, so that a machine that is
    /// slow for a while is slow for all of them.
    public func run(rounds: Int, secondsEach: Double) throws -> [Figure] {
        try agree()
        return try run(rounds: rounds, counts: try contestants.map { try count(of: $0, for: secondsEach) })
    }

    /// The same with the number of times fixed, for work that has to be of one size to be compared.
    public func run(rounds: Int, count: Int) throws -> [Figure] {
        try run(rounds: rounds, counts: contestants.map { _ in count })
    }

    private func run(rounds: Int, counts: [Int]) throws -> [Figure] {
        var rates = [[Double]](repeating: [], count: contestants.count)
        for round in 0..<rounds {
            for turn in contestants.indices {
                let place = (round + turn) % contestants.count
                rates[place].append(Double(counts[place]) / (try seconds(contestants[place], counts[place])))
            }
        }
        return contestants.indices.map { place in
            let ratios = zip(rates[place], rates[0]).map { $0 / $1 }
            return Figure(name: contestants[place].name, rate: median(rates[place]), ratio: median(ratios))
        }
    }

    /// Fast but wrong is no result: all of them must answer the same.
    private func agree() throws {
        let sums = try contestants.map { try $0.work(1000) }
        guard sums.allSatisfy({ $0 == sums[0] }) else { throw Disagreement(contest: title) }
    }

    /// How often the work must be done to take about this long.
    private func count(of contestant: Contestant, for wanted: Double) throws -> Int {
        var count = 1000
        while true {
            let taken = try seconds(contestant, count)
            if taken > wanted / 4 { return max(1, Int(Double(count) * wanted / taken)) }
            count *= 2
        }
    }

    private func seconds(_ contestant: Contestant, _ count: Int) throws -> Double {
        let clock = ContinuousClock()
        let taken = try clock.measure { withExtendedLifetime(try contestant.work(count)) {} }
        return taken / .seconds(1)
    }

    private func median(_ numbers: [Double]) -> Double {
        let sorted = numbers.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}
