import Federation
import NodeStore
import ServiceLifecycle

/// Re-reads every stored log at a bounded rate while the node runs, so that rot is found here before a neighbour
/// finds it.
struct ScrubService: Service {
    let node: Node

    /// Entries per step: one tile, so that no step holds a reader for long.
    private static let step = 256

    func run() async throws {
        guard node.configuration.scrub.entriesPerSecond > 0 else {
            // A service that ends would end the group.
            try? await gracefulShutdown()
            return
        }
        await cancelWhenGracefulShutdown {
            let plan = node.configuration.scrub
            try? await node.clock.sleep(for: .seconds(plan.startAfterSeconds))
            while !Task.isCancelled {
                await pass(.microseconds(Self.step * 1_000_000 / plan.entriesPerSecond))
                try? await node.clock.sleep(for: .seconds(plan.pauseHours * 3600))
            }
        }
    }

    /// Goes through everything once, with this pause after each step.
    func pass(_ pause: Duration) async {
        do {
            for var walk in try await node.checkStore({ try $0.walks() }) {
                var more = true
                while more, !Task.isCancelled {
                    do {
                        more = try walk.step(tiles: 1)
                    } catch {
                        walk.abandon(error)
                        more = false
                    }
                    try? await node.clock.sleep(for: pause)
                }
                await node.found(walk.damages.items)
            }
        } catch {
            await node.found([Damage(.fileUnreadable, .file, expected: "the list of logs", found: "\(error)")])
        }
        await trees(pause)
    }

    /// The SM3 trees of logs in which nothing else was found: what an altered entry hashes to says nothing about the
    /// tree. What cannot be read here is named by the rows themselves or by the walk of their log, and no second tree
    /// keeps a log from being served. The rows are as of now, long after the pass began, and so are the keys.
    private func trees(_ pause: Duration) async {
        let records = await node.checkStore { $0.sm3Records() }
        await node.found(records.items.filter(\.code.isAboutSM3Tree))
        guard let walks = try? await node.checkStore({ try $0.sm3Walks() }) else { return }
        for var walk in walks {
            guard await !node.damages.spoils(walk.origin) else { continue }
            while !Task.isCancelled, (try? walk.step(entries: Self.step)) ?? false {
                try? await node.clock.sleep(for: pause)
            }
            await node.found(walk.damages.items)
        }
    }
}
