import Federation
import NodeStore
import TransparencyLog

/// What each machine has held of the logs of others.
struct MirrorMemory {
    private struct Held {
        let size: Int
        /// Of the newest signed checkpoint kept.
        let signed: Int
        let isFrozen: Bool
    }

    private var machines: [String: [LogOrigin: Held]] = [:]

    mutating func forget(_ machine: String) { machines[machine] = nil }

    /// - Throws: `Violation` where a mirror goes back, or one that a fork has frozen is followed again.
    mutating func look(at database: LogDatabase, of machine: String) throws {
        for log in try database.logs() where !log.own {
            let held = machines[machine]?[log.origin] ?? Held(size: 0, signed: 0, isFrozen: false)
            let note = try database.read(log.origin) { try $0.checkpoint() } ?? nil
            let checkpoint = note.flatMap { try? SignedNote.parse($0).flatMap { Checkpoint.parse($0.text) }.get() }
            let signed = checkpoint?.size ?? 0
            let isFrozen = try database.finding(log.origin)?.finding.isFinal ?? false
            guard log.size >= held.size, signed >= held.signed else {
                throw Violation(
                    "mirror-stepped-back",
                    "\(machine): \(log.origin.text) \(log.size), signed \(signed), after \(held.size), \(held.signed)")
            }
            guard isFrozen || !held.isFrozen else {
                throw Violation("freeze-lifted", "\(machine): \(log.origin.text)")
            }
            machines[machine, default: [:]][log.origin] = Held(size: log.size, signed: signed, isFrozen: isFrozen)
        }
    }
}
