import TransparencyLog

/// The next stretch of a log to fetch: whole bundles where possible, at most `Mirror.chunkBundles` of them.
struct MirrorChunk: Equatable, Sendable {
    /// First wanted entry, and one past the last.
    let start: Int
    let end: Int
    private let target: Int
    private let bundles: [LogResource]
    /// What proves that `end` leads to the target.
    let tiles: [LogResource]

    init(from start: Int, to target: Int, bundles count: Int = Mirror.chunkBundles) {
        let first = start / 256
        let limit = (first + count) * 256
        self.start = start
        end = min(target, limit)
        self.target = target
        bundles = (first...(end - 1) / 256).map { index in
            .entries(index: index, width: min(256, target - index * 256))
        }
        tiles = end < target ? TileProof.resources(from: end, to: target) : []
    }

    var resources: [LogResource] { bundles + tiles }

    /// The same stretch, ended after its first bundles; `nil` when that is not shorter.
    func ending(after count: Int) -> MirrorChunk? {
        (1..<bundles.count).contains(count) ? MirrorChunk(from: start, to: target, bundles: count) : nil
    }

    /// The entries `start..<end` out of the answers to `resources`.
    func entries(from bodies: [[UInt8]?]) -> Result<[[UInt8]], MirrorFinding> {
        guard bodies.count == resources.count else {
            return .failure(.init(.resourceInvalid, "\(bodies.count) of \(resources.count) resources answered"))
        }
        var entries: [[UInt8]] = []
        for (resource, body) in zip(bundles, bodies) {
            guard case .entries(let index, let width) = resource else { continue }
            guard let body else { return .failure(.init(.resourceInvalid, "\(resource.path) missing")) }
            switch EntryBundle.decode(body, count: width) {
            case .failure(let problem):
                return .failure(.init(.resourceInvalid, "\(resource.path): \(problem)"))
            case .success(let bundle):
                entries += bundle.dropFirst(max(0, start - index * 256))
            }
        }
        return .success(entries)
    }

    func examine(_ reached: Checkpoint, continuesTo signed: Checkpoint, from bodies: [[UInt8]?]) -> TileProof.Outcome {
        TileProof.examine(
            reached, continuesTo: signed, resources: tiles, bodies: Array(bodies.dropFirst(bundles.count)))
    }
}
