import Federation
import TestSupport
import Testing
import TransparencyLog

/// A bundle holds what mirrors ask for, whatever they hold already and whether or not they like what they find.
@Suite struct BundlePlanTests {
    private static let log = Result { try ServedLog(size: 9000) }

    private func plan(_ from: Int, _ to: Int) throws -> BundlePlan {
        let origin = try Self.log.get().origin
        return BundlePlan(try #require(BundleLog(origin: origin, from: from, to: to)))
    }

    /// Sizes around every border of tiles and chunks.
    private static let sizes = [0, 1, 255, 256, 300, 512, 4096, 4353, 8192, 9000]

    /// A mirror of any size between: everything it asks for on a good day is in the plan.
    @Test func holdsWhatAMirrorAsksFor() throws {
        let log = try Self.log.get()
        for to in Self.sizes {
            for from in Self.sizes where from <= to {
                let plan = try plan(from, to)
                for held in [from, to] + Self.sizes where from <= held && held <= to {
                    try follow(log, plan, held, to) { $0 }
                }
            }
        }
    }

    /// And on a bad day, when it has to find out whether the history or only the entries are wrong.
    @Test func holdsWhatAMirrorAsksForToJudgeADamage() throws {
        let log = try Self.log.get()
        for to in Self.sizes.dropFirst() {
            for from in Self.sizes where from < to {
                let plan = try plan(from, to)
                // The beginning of the bundle, and the borders at which a mirror pauses.
                for held in [from] + stride(from: (from / 256 + 16) * 256, to: to, by: 4096) {
                    let end = try follow(log, plan, held, to) {
                        $0.isEmpty ? [0] : $0.dropLast() + [$0[$0.count - 1] ^ 1]
                    }
                    #expect(end != .level)
                }
            }
        }
    }

    /// However large the entries are: a mirror that is given one bundle at a time finds what proves it.
    @Test func everyBundleIsProvenByItself() throws {
        let log = try Self.log.get()
        for (from, to) in [(0, 9000), (0, 8192), (0, 4353), (300, 9000), (4096, 8192), (255, 4353)] {
            let plan = try plan(from, to)
            #expect(plan.provesEveryBundle)
            var mirror = Mirror(
                origin: log.origin, verifier: log.verifier, frontier: log.frontier(from),
                checkpoint: from == 0 ? nil : try log.verified(from), finding: nil)
            var effects = mirror.handle(.checkpoint(try log.note(to)))
            var most = 0
            while let effect = effects.first {
                switch effect {
                case .fetch(let resources):
                    let bundles = resources.prefix { if case .entries = $0 { true } else { false } }
                    if bundles.count > 1 {
                        effects = mirror.handle(.fetchedPart([log.body(bundles[0])]))
                        continue
                    }
                    for resource in resources {
                        #expect(plan.position(of: resource) != nil, "\(resource.path) for \(mirror.size) to \(to)")
                    }
                    effects = mirror.handle(.fetched(resources.map { log.body($0) }))
                case .commit(let batch):
                    most = max(most, batch.batch.entries.count)
                    effects = mirror.handle(.committed)
                case .level: effects = []
                case .halt(let finding, _):
                    Issue.record("\(finding)")
                    effects = []
                }
            }
            #expect(mirror.size == to && most <= 256, "\(from) to \(to)")
        }
        // One stretch from the beginning has no tiles, and cannot be cut.
        #expect(try !plan(0, 4096).provesEveryBundle)
    }

    /// `change` is done to every entry bundle.
    @discardableResult
    private func follow(
        _ log: ServedLog, _ plan: BundlePlan, _ held: Int, _ to: Int, _ change: ([UInt8]) -> [UInt8]
    ) throws -> MirrorRun.End {
        var run = MirrorRun(
            Mirror(
                origin: log.origin, verifier: log.verifier, frontier: log.frontier(held),
                checkpoint: held == 0 ? nil : try log.verified(held), finding: nil))
        let before = run.mirror.size
        let end = run.poll(try log.note(to)) { resources in
            resources.map { resource in
                #expect(plan.position(of: resource) != nil, "\(resource.path) for \(before) to \(to)")
                guard case .entries = resource else { return log.body(resource) }
                return log.body(resource).map(change)
            }
        }
        return end
    }

    /// One order, each once, each with its own place; nothing that a tree of that size does not have.
    @Test func everyResourceHasItsPlace() throws {
        for to in Self.sizes {
            for from in Self.sizes where from <= to {
                let plan = try plan(from, to)
                let resources = Array(plan.resources)
                #expect(resources.first == .checkpoint)
                #expect(resources.allSatisfy { $0.exists(inSize: to) })
                #expect(resources.map { plan.position(of: $0) } == Array(resources.indices).map { $0 })
                let bundles = resources.compactMap { if case .entries(let index, _) = $0 { index } else { nil } }
                #expect(bundles == (from < to ? Array(from / 256...(to - 1) / 256) : []))
            }
        }
        // What it does not hold has no place.
        #expect(try plan(300, 600).position(of: .entries(index: 0, width: 256)) == nil)
        #expect(try plan(300, 600).position(of: .entries(index: 2, width: 87)) == nil)
        #expect(try plan(0, 600).position(of: .tile(level: 0, index: 0, width: 256)) == nil)
    }

    /// A header can claim any size: the plan of it takes no room, and its places are exact.
    @Test func theLargestPlanTakesNoRoom() throws {
        let plan = try plan(1, BundleLog.largestSize)
        #expect(plan.resources.prefix(3).map(\.path) == ["checkpoint", "tile/0/000", "tile/1/000"])
        let last = LogResource.entries(index: (1 << 32) - 1, width: 256)
        // One checkpoint, one leaf tile, 2^24 + 2^16 + 2^8 + 1 full tiles above, one of a single hash, 2^32 bundles.
        #expect(plan.position(of: last) == 1 + 1 + (1 << 24) + (1 << 16) + (1 << 8) + 1 + 1 + (1 << 32) - 1)
    }

    @Test func stretchesThatAreNone() throws {
        let origin = try Self.log.get().origin
        for (from, to) in [(-1, 3), (4, 3), (0, (1 << 40) + 1), (Int.min, Int.max)] {
            #expect(BundleLog(origin: origin, from: from, to: to) == nil)
        }
    }
}
