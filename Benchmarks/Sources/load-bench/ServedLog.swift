import Country
import Federation
import NIOCore
import TransparencyLog

/// A member's log as far as it is published, with the requests that are parked on it.
struct ServedLog {
    struct Parked {
        let tag: String
        let until: NIODeadline
        let answer: (Answer) -> Void
    }

    let signer: NoteSigner
    /// Entries published.
    var size = 0
    /// As far as the centre has asked for entries.
    var fetched = 0
    var parked: [Parked] = []
    private var signed: (size: Int, note: SignedNote)?

    init(signer: NoteSigner) { self.signer = signer }

    mutating func note(_ log: GrownLog) throws -> SignedNote {
        if let signed, signed.size == size { return signed.note }
        let checkpoint = Checkpoint(origin: log.origin.text, size: size, root: log.roots[size])
        guard let note = SignedNote(text: checkpoint.body, signatures: [try signer.sign(checkpoint.body)]) else {
            throw LoadProblem("note")
        }
        signed = (size, note)
        return note
    }

    var tag: String { "s\(size)" }

    /// A tile or bundle of what is published.
    func resource(_ resource: LogResource, _ log: GrownLog) -> [UInt8]? {
        guard resource.exists(inSize: size) else { return nil }
        switch resource {
        case .checkpoint: return nil
        case .tile(let level, let index, let width):
            return (index * 256..<index * 256 + width).flatMap { log.hash(level: 8 * level, index: $0)?.bytes ?? [] }
        case .entries(let index, let width):
            return try? EntryBundle.encode(Array(log.entries[index * 256..<index * 256 + width])).get()
        }
    }
}
