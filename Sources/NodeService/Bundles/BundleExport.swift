import Federation
import Foundation
import NodeStore
import Presentation
import TransparencyLog

/// Writes a bundle for a peer: what its mirrors will ask for, from where the last bundle for it ended.
struct BundleExport {
    let node: Node
    var progress: any ProgressListener = NoProgress()

    /// One log to be written.
    private struct Part {
        let log: BundleLog
        let note: [UInt8]
    }

    func write(_ form: OperatorCommand.BundleForm) async throws -> BundleExportReceipt {
        guard let peer = node.peers.map(\.member).first(where: { form.names($0) }) else {
            throw CommandFailure(
                zh: "没有成员“\(form.peer)”；请写节点名或代码", en: "there is no member “\(form.peer)”; give its node name or code")
        }
        let parts = try await parts(for: peer, form)
        guard !parts.isEmpty else {
            throw CommandFailure(
                zh: "没有可以交给 \(peer.node.text) 的日志", en: "there is no log that \(peer.node.text) may be given")
        }
        let isNews = parts.contains { $0.log.from < $0.log.to } || form.full || !form.from.isEmpty || form.theirOwn
        guard isNews else { return BundleExportReceipt(recipient: peer.node, file: nil, logs: parts.map(\.log)) }
        let now = node.clock.now
        guard let header = BundleHeader(node: node.member.node, recipient: peer.node, time: now, logs: parts.map(\.log))
        else { throw CommandFailure(ExitCode.failed, zh: "日志太多，无法装入一个文件", en: "too many logs for one file") }
        let path = form.path ?? "\(form.folder)/\(Self.name(header))"
        let writer = try BundleWriter(path, header)
        // The header has them in order of origin, as `parts` does.
        let total = parts.reduce(0) { sum, part in
            sum + BundlePlan(part.log).resources.reduce(0) { count, _ in count + 1 }
        }
        var done = 0
        progress.begin(zh: "写出日志包", en: "bundle written")
        for part in parts {
            for resource in BundlePlan(part.log).resources {
                let body =
                    resource == .checkpoint
                    ? part.note : try node.database.read(part.log.origin) { try $0.resource(resource) } ?? nil
                guard let body else { throw StoreError.readBackDiffers("\(part.log.origin.text)/\(resource.path)") }
                try writer.add(resource, body)
                done += 1
                progress.show(done, of: total)
            }
        }
        let (bytes, digest) = try writer.finish()
        if !form.theirOwn { try node.database.rememberExport(header.logs, to: peer.node) }
        return BundleExportReceipt(
            recipient: peer.node, file: .init(path: path, bytes: bytes, digest: digest), logs: header.logs)
    }

    private func parts(for peer: Member, _ form: OperatorCommand.BundleForm) async throws -> [Part] {
        let audience = BundleAudience(configuration: node.configuration, docket: await node.docket)
        let wanted = try form.beginnings()
        let origins = try node.database.logs().filter { log in
            form.theirOwn
                ? log.origin.node == peer.node
                : (log.own || form.mirrors) && audience.mayRead(log.origin, peer)
        }.map(\.origin)
        for beginning in wanted where !origins.contains(beginning.origin) {
            throw CommandFailure(
                zh: "不能把日志 \(beginning.origin.text) 交给 \(peer.node.text)；镜像日志需要 --with-mirrors",
                en: "log \(beginning.origin.text) is not one to give to \(peer.node.text); mirrors need --with-mirrors")
        }
        return try origins.compactMap { origin in
            guard let note = try node.database.read(origin, { try $0.checkpoint() }) ?? nil,
                case .success(let signed) = SignedNote.parse(note).flatMap({ Checkpoint.parse($0.text) })
            else { return nil }
            let from: Int
            if let beginning = wanted.first(where: { $0.origin == origin }) {
                from = beginning.size
            } else if form.full || form.theirOwn {
                from = 0
            } else {
                from = min(try node.database.exported(origin, to: peer.node), signed.size)
            }
            guard let log = BundleLog(origin: origin, from: from, to: signed.size) else {
                throw CommandFailure(
                    zh: "日志 \(origin.text) 只有 \(signed.size) 条",
                    en: "log \(origin.text) has only \(signed.size) entries")
            }
            return Part(log: log, note: note)
        }
    }

    /// `500000-to-430000-20220301T093000.tzbundle`, with whole node names.
    private static func name(_ header: BundleHeader) -> String {
        let time = header.time.text.prefix(19).filter { $0 != "-" && $0 != ":" }
        return "\(header.node.text)-to-\(header.recipient.text)-\(time).tzbundle"
    }
}
