import Federation
import TransparencyLog

/// Fetches what a mirror asks for, and of large bundles no more at a time than should be held: whoever writes entries
/// of the largest size cannot fill the memory of those who follow.
struct ChunkFetch: Sendable {
    /// Requests under way at a time, as long as bodies are small.
    let concurrency: Int
    /// Bytes of bundles after which an answer ends.
    var limit = Mirror.chunkBytes
    /// The body of one resource; `nil` when it is not there.
    let one: @Sendable (LogResource) async throws -> [UInt8]?

    /// From this size on bodies are large: one is fetched at a time, and none ahead.
    static let largeBody = 1 << 20

    struct Answer: Sendable {
        /// In the order asked for: all, or the first of them.
        let bodies: [[UInt8]?]
        let isPart: Bool
        /// Whether what comes next may be large too.
        let isLarge: Bool

        var event: MirrorEvent { isPart ? .fetchedPart(bodies) : .fetched(bodies) }
    }

    func bodies(of resources: [LogResource]) async throws -> Answer {
        try await withThrowingTaskGroup(of: (Int, [UInt8]?).self) { group in
            var bodies: [[UInt8]?] = []
            var arrived = [[UInt8]??](repeating: nil, count: resources.count)
            var (underWay, bytes, largest) = (0, 0, 0)
            func take(_ place: Int, _ body: [UInt8]?) {
                arrived[place] = .some(body)
                underWay -= 1
                bytes += body?.count ?? 0
                largest = max(largest, body?.count ?? 0)
            }
            asking: for (place, resource) in resources.enumerated() {
                while underWay >= (largest < Self.largeBody ? concurrency : 1),
                    let (done, body) = try await group.next()
                {
                    take(done, body)
                }
                if case .entries = resource, bytes >= limit { break asking }
                underWay += 1
                group.addTask { (place, try await one(resource)) }
            }
            for try await (done, body) in group { take(done, body) }
            // Those that came beyond the limit, because they were under way already, are asked for again.
            var held = 0
            for (body, resource) in zip(arrived, resources) {
                guard let body else { break }
                if case .entries = resource, held >= limit { break }
                held += body?.count ?? 0
                bodies.append(body)
            }
            return Answer(bodies: bodies, isPart: bodies.count < resources.count, isLarge: largest >= Self.largeBody)
        }
    }
}
