import Federation
import TransparencyLog

/// Takes a mirror through one poll, as the runtime does, and remembers what became durable.
struct MirrorRun {
    private(set) var mirror: Mirror
    private(set) var entries: [[UInt8]] = []
    private(set) var requests = 0
    /// What the last poll came to.
    private(set) var end: End = .waiting

    enum End: Equatable {
        case level
        case halted(MirrorFinding.Code)
        /// An answer did not arrive.
        case waiting
    }

    init(_ mirror: Mirror) { self.mirror = mirror }

    /// `serve` answers a request; `nil` when the answer is lost.
    mutating func poll(_ note: [UInt8], _ serve: ([LogResource]) -> [[UInt8]?]?) -> End {
        end = .waiting
        var effects = mirror.handle(.checkpoint(note))
        while !effects.isEmpty {
            switch effects.removeFirst() {
            case .fetch(let resources):
                requests += 1
                guard let bodies = serve(resources) else { return end }
                effects += mirror.handle(.fetched(bodies))
            case .commit(let batch):
                entries += batch.batch.entries
                effects += mirror.handle(.committed)
            case .level: end = .level
            case .halt(let finding, _): end = .halted(finding.code)
            }
        }
        return end
    }

    mutating func poll(_ log: ServedLog, at size: Int) throws -> End {
        poll(try log.note(size)) { resources in resources.map(log.body) }
    }
}
