public import TransparencyLog

/// Which resources a bundle holds for one log, and in which order: what a `Mirror` of any size from `from` up to
/// `to` asks for when it is shown the checkpoint of size `to`.
///
/// First the checkpoint; then hash tiles, level by level and left to right, if the entries take more than one chunk or
/// do not begin at 0 (only then is there anything to prove); then the entry bundles. Every resource is as a tree of
/// size `to` has it.
public struct BundlePlan: Sendable {
    private let to: Int
    private let stretches: [Stretch]

    /// Consecutive resources of one kind.
    private struct Stretch {
        enum Kind {
            case checkpoint
            case tiles(level: Int)
            case entries
        }

        let kind: Kind
        let indices: ClosedRange<Int>

        static let checkpoint = Stretch(kind: .checkpoint, indices: 0...0)

        func resource(_ index: Int, _ size: Int) -> LogResource {
            func width(_ level: Int) -> Int { LogResource.width(level: level, index: index, forSize: size) ?? 0 }
            switch kind {
            case .checkpoint: return .checkpoint
            case .tiles(let level): return .tile(level: level, index: index, width: width(level))
            case .entries: return .entries(index: index, width: width(0))
            }
        }

        /// Where the resource stands in the stretch; `nil` when it is not in it.
        func offset(of wanted: LogResource, _ size: Int) -> Int? {
            let index: Int
            switch wanted {
            case .checkpoint: index = 0
            case .tile(_, let place, _), .entries(let place, _): index = place
            }
            guard indices.contains(index), resource(index, size) == wanted else { return nil }
            return index - indices.lowerBound
        }
    }

    public init(_ log: BundleLog) {
        to = log.to
        guard log.from < log.to else {
            stretches = []
            return
        }
        let chunk = Mirror.chunkBundles * HashTile.fullWidth
        let tiles = log.from > 0 || log.to > chunk ? Self.tiles(from: log.from, to: log.to) : []
        stretches = tiles + [Stretch(kind: .entries, indices: log.from / 256...(log.to - 1) / 256)]
    }

    /// The tiles on the way from the root to any multiple of 256 within `from ... to`, and to `from` itself.
    private static func tiles(from: Int, to: Int) -> [Stretch] {
        var stretches: [Stretch] = []
        var level = 0
        while to >> (8 * level) > 0 {
            let last = (to >> (8 * level) - 1) / HashTile.fullWidth
            let first = min(from >> (8 * (level + 1)), last)
            if level > 0 {
                stretches.append(Stretch(kind: .tiles(level: level), indices: first...last))
            } else {
                let isPartial = to % HashTile.fullWidth > 0
                if from % HashTile.fullWidth > 0, first < last || !isPartial {
                    stretches.append(Stretch(kind: .tiles(level: 0), indices: first...first))
                }
                if isPartial { stretches.append(Stretch(kind: .tiles(level: 0), indices: last...last)) }
            }
            level += 1
        }
        return stretches
    }

    /// Whether it has the tiles that tie each of its entry bundles to the checkpoint by itself. Where it has none, the
    /// entries are proven all together.
    public var provesEveryBundle: Bool { stretches.count > 1 }

    /// All resources in order, made one by one: a plan of whatever size takes no room.
    public var resources: some Sequence<LogResource> {
        let all = [Stretch.checkpoint] + stretches
        return all.lazy.flatMap { stretch in stretch.indices.lazy.map { stretch.resource($0, to) } }
    }

    /// Where a resource stands in `resources`; `nil` when it is not one of them.
    public func position(of resource: LogResource) -> Int? {
        var before = 0
        for stretch in [Stretch.checkpoint] + stretches {
            if let offset = stretch.offset(of: resource, to) { return before + offset }
            before += stretch.indices.count
        }
        return nil
    }
}
