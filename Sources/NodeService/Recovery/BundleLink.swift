import Compensation
import Federation
import Presentation
import TransparencyLog

/// A neighbour's copies of the own logs, carried in a bundle and asked for as from the neighbour itself.
struct BundleLink: PeerLink {
    let peer: PeerEndpoint
    private let file: BundleFile

    /// - Throws: `CommandFailure` for a file that is no whole bundle, or one for somebody else.
    init(_ path: String, for node: NodeName) throws {
        do {
            file = try BundleFile(path)
            guard file.header.recipient == node else {
                throw BundleProblem(.otherRecipient, file.header.recipient.text)
            }
        } catch let problem as BundleProblem {
            let text = BundleProblemWording.text(problem)
            throw CommandFailure(
                zh: "\(path)：\(problem.code.rawValue) \(text.zh)；未建立任何文件",
                en: "\(path): \(problem.code.rawValue) \(text.en); nothing was created")
        } catch is FileProblem {
            throw CommandFailure(zh: "\(path)：无法读取该文件", en: "\(path): the file cannot be read")
        }
        peer = PeerEndpoint(node: file.header.node, host: path, port: 0)
    }

    func mirrored(_ origin: LogOrigin, _ resource: LogResource) async throws(TransportFailure) -> FetchOutcome {
        guard let log = file.header.logs.firstIndex(where: { $0.origin == origin }) else { return .absent }
        do {
            return try file.body(resource, of: log).map { .body($0, etag: nil) } ?? .absent
        } catch {
            throw TransportFailure(.unreachable, "\(error)")
        }
    }

    func get(
        channel: String, epoch: String, path: String, limit: Int, ifNoneMatch: String?, waitSeconds: Int
    ) async throws(TransportFailure) -> FetchOutcome { .absent }

    func witnessed(_ origin: LogOrigin, ifNoneMatch tag: String?) async throws(TransportFailure) -> FetchOutcome {
        .absent
    }

    func addCheckpoint(_ body: [UInt8]) async throws(TransportFailure) -> WitnessReply { .refused(status: 404) }
}
