import Federation
import NodeStore
import Presentation
import TransparencyLog

/// Mends one damaged log: from its own entries when only hashes rotted, otherwise from whoever still has them.
struct LogMending {
    let repair: LogRepair
    let keys: NoteKeys
    /// What a checkpoint beyond those once kept has to be signed with.
    let demanded: NoteKeys
    let suppliers: [RepairSupplier]
    let progress: ProgressLine

    func run() async throws -> MendedLog {
        var reasons: [String] = []
        guard let target = try await target(&reasons) else { return MendedLog(origin: repair.origin, reasons: reasons) }
        progress.begin(zh: "核对 \(repair.origin.text)", en: "rehashing \(repair.origin.text)")
        let size = target.checkpoint.size
        if try repair.gatherStored(upTo: target.checkpoint, progress: { progress.show($0, of: size) }) {
            return mended(try repair.apply(target), from: nil, reasons)
        }
        for supplier in suppliers {
            do {
                if let obstacle = try await gather(target, from: supplier) {
                    reasons.append("\(supplier.name): \(obstacle)")
                } else {
                    return mended(try repair.apply(target), from: supplier.name, reasons)
                }
            } catch let failure as TransportFailure {
                reasons.append("\(supplier.name): \(failure)")
            }
        }
        if suppliers.isEmpty { reasons.append("no peer to ask") }
        return MendedLog(origin: repair.origin, reasons: reasons)
    }

    private func mended(_ rows: MendedRows, from supplier: String?, _ reasons: [String]) -> MendedLog {
        MendedLog(
            origin: repair.origin, isMended: rows.lost.isEmpty, supplier: supplier, entries: rows.entries,
            hashes: rows.hashes, checkpoints: rows.checkpoints, removed: rows.removed,
            reasons: reasons
                + rows.lost.map { "checkpoint @\($0): damaged, and nobody serves it; everything else is whole" })
    }

    /// The newest checkpoint this node still has; where a newer one was kept that cannot be read any more, somebody has to
    /// show it, because nothing signed may be given up.
    private func target(_ reasons: inout [String]) async throws -> VerifiedCheckpoint? {
        let newest = try repair.newestSound()
        let unreadable = try repair.unreadable(beyond: newest?.checkpoint.size ?? -1)
        guard let largest = unreadable.max() else {
            if newest == nil { reasons.append("no signed checkpoint is left") }
            return newest
        }
        for supplier in suppliers {
            do {
                guard let note = try await supplier.fetch(.checkpoint) else { continue }
                guard
                    case .success(let shown) = VerifiedCheckpoint.open(
                        note: note, origin: repair.origin.text, keys: keys)
                else { continue }
                if shown.checkpoint.size == largest { return shown }
                guard repair.isMirror, shown.checkpoint.size > largest else {
                    reasons.append("\(supplier.name): shows size \(shown.checkpoint.size)")
                    continue
                }
                switch VerifiedCheckpoint.open(note: note, origin: repair.origin.text, keys: demanded) {
                case .success(let newer): return newer
                case .failure(let finding): reasons.append("\(supplier.name): \(finding.code) \(finding.detail)")
                }
            } catch let failure as TransportFailure {
                reasons.append("\(supplier.name): \(failure)")
            }
        }
        reasons.append("checkpoint @\(largest): damaged, and nobody shows one of that size")
        return nil
    }

    /// Fetches the log through a fresh mirror up to `target`. Returns why it cannot be had there, or `nil`.
    private func gather(_ target: VerifiedCheckpoint, from supplier: RepairSupplier) async throws -> String? {
        var mirror = Mirror(origin: repair.origin, keys: keys, frontier: Frontier(), checkpoint: nil, finding: nil)
        try repair.begin()
        progress.begin(zh: "取自 \(supplier.name)", en: "fetched from \(supplier.name)")
        var effects = mirror.handle(.checkpoint(target.note))
        while !effects.isEmpty {
            switch effects.removeFirst() {
            case .fetch(let resources):
                let answer = try await ChunkFetch(concurrency: 1, one: supplier.fetch).bodies(of: resources)
                effects += mirror.handle(answer.event)
            case .commit(let batch):
                try repair.gather(batch.batch)
                progress.show(batch.batch.frontier.size, of: target.checkpoint.size)
                effects += mirror.handle(.committed)
            case .level: return nil
            case .halt(let finding, _): return "\(finding.code.rawValue) \(finding.detail)"
            }
        }
        return "ended before the checkpoint"
    }
}
