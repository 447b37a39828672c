/// A cosigner's timestamped statement about a checkpoint (C2SP tlog-cosignature, `cosignature/v1`):
/// this is the largest consistent tree of this log that it had seen at that time.
///
/// There is no other way to make one than to sign or to verify it.
public struct Cosignature: Sendable {
    /// POSIX seconds, from 1.
    public let time: Int64
    /// The line of the note.
    public let signature: NoteSignature

    init(time: Int64, signature: NoteSignature) {
        self.time = time
        self.signature = signature
    }

    /// Name of the cosigner's key.
    public var cosigner: String { signature.name }

    /// The line as it stands in a note, with its newline.
    public var line: [UInt8] { Array((signature.line + "\n").utf8) }

    /// The time that a cosignature's line, without its newline, says; not verified. `nil` when it is no such line.
    public static func time(ofLine line: String) -> Int64? {
        guard let signature = NoteSignature(line: Array(line.utf8)), signature.signature.count == blobLength else {
            return nil
        }
        return Int64(exactly: signature.signature.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    /// Signature type byte of Ed25519 cosignatures.
    static let signatureType: UInt8 = 0x04
    /// Time stamp and Ed25519 signature.
    static let blobLength = 8 + 64

    /// What is signed: header, time and the whole body of the checkpoint.
    static func message(_ checkpoint: Checkpoint, at time: Int64) -> [UInt8] {
        Array("cosignature/v1\ntime \(time)\n\(checkpoint.body)".utf8)
    }
}

extension Cosignature: Equatable {
    public static func == (left: Cosignature, right: Cosignature) -> Bool { left.signature == right.signature }
}
