/// A cosigner's timestamped statement about a checkpoint (C2SP tlog-cosignature, `cosignature/v1`):
/// this is the largest consistent tree of this log that it had seen at that time.
///
/// There is no other way to make one than to sign or to verify it.
public struct Cosignature: Sendable {
    /// POSIX seconds, from 1.
    public let time: Int64
    /// The line of the note.
    public let signature: NoteSignature
    /// That of the key which made it.
    public let algorithm: SignatureAlgorithm

    init(time: Int64, signature: NoteSignature, algorithm: SignatureAlgorithm) {
        self.time = time
        self.signature = signature
        self.algorithm = algorithm
    }

    /// Name of the cosigner's key.
    public var cosigner: String { signature.name }

    /// The line as it stands in a note, with its newline.
    public var line: [UInt8] { Array((signature.line + "\n").utf8) }

    /// The time that a cosignature's line, without its newline, says; not verified. `nil` when it is no such line. Of
    /// several lines the first.
    public static func time(ofLine lines: String) -> Int64? {
        let line = lines.utf8.split(separator: UInt8(ascii: "\n"), maxSplits: 1).first.map(Array.init) ?? []
        guard let signature = NoteSignature(line: line), signature.signature.count == blobLength else { return nil }
        return Int64(exactly: signature.signature.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    /// Time stamp and signature, of either algorithm.
    static let blobLength = 8 + 64

    /// What is signed: header, time and the whole body of the checkpoint. Under SM2 the cosigner's name as well: one
    /// key of a node serves all its names.
    static func message(_ checkpoint: Checkpoint, at time: Int64, by cosigner: CosignatureVerifier) -> [UInt8] {
        let header =
            switch cosigner.algorithm {
            case .ed25519: "cosignature/v1"
            case .sm2: "sm2-sm3-cosignature.tongzhou/v1\n\(cosigner.name)"
            }
        return Array("\(header)\ntime \(time)\n\(checkpoint.body)".utf8)
    }
}

extension Cosignature: Equatable {
    public static func == (left: Cosignature, right: Cosignature) -> Bool { left.signature == right.signature }
}
