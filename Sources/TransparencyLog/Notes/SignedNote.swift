/// A text with signature lines (C2SP signed-note). Parsing it verifies nothing.
public struct SignedNote: Sendable {
    /// Longest note that is read, in bytes: room for 16 post-quantum signatures of 5 kB.
    public static let maximumLength = 131_072
    /// Most signature lines that are read; the specification asks for at least 16.
    public static let maximumSignatures = 64

    /// The signed text, which ends in a newline.
    public let text: String
    /// 1 to 64 lines in the order of the note.
    public let signatures: [NoteSignature]

    /// A note from its parts; nil when the text cannot be signed or the lines are too few or many.
    public init?(text: String, signatures: [NoteSignature]) {
        guard Self.isSignable(text.utf8), (1...Self.maximumSignatures).contains(signatures.count)
        else { return nil }
        self.text = text
        self.signatures = signatures
    }

    /// Reads a note as received.
    public static func parse(_ bytes: [UInt8]) -> Result<SignedNote, NoteFinding> {
        guard bytes.count <= maximumLength else {
            return .failure(.tooLarge(detail: "\(bytes.count) bytes, at most \(maximumLength)"))
        }
        guard let split = lastEmptyLine(in: bytes) else {
            return .failure(.malformed(detail: "no empty line before the signatures"))
        }
        guard let text = String(validating: bytes[..<split], as: UTF8.self),
            isSignable(text.utf8)
        else {
            return .failure(.malformed(detail: "text is not UTF-8 or has control characters"))
        }
        guard bytes.last == newline, split + 1 < bytes.count else {
            return .failure(.malformed(detail: "signature lines do not end in a newline"))
        }
        let lines = bytes[(split + 1)...].dropLast()
            .split(separator: newline, omittingEmptySubsequences: false)
        guard lines.count <= maximumSignatures else {
            return .failure(
                .tooLarge(detail: "\(lines.count) signatures, at most \(maximumSignatures)"))
        }
        var signatures: [NoteSignature] = []
        for (position, line) in lines.enumerated() {
            guard let signature = NoteSignature(line: line) else {
                return .failure(.malformed(detail: "signature line \(position + 1)"))
            }
            signatures.append(signature)
        }
        guard let note = SignedNote(text: text, signatures: signatures) else {
            return .failure(.malformed(detail: "no signature lines"))
        }
        return .success(note)
    }

    /// The note as it is served and stored.
    public var bytes: [UInt8] {
        Array((text + "\n" + signatures.map { $0.line + "\n" }.joined()).utf8)
    }

    /// The note with only the lines that verify under `keys`: the form to store and to serve,
    /// because a line nobody checked could later be taken for one that was.
    ///
    /// Lines of unknown keys are dropped. A line under a known name and ID has to verify and to be
    /// the only one, or the whole note is refused; at least one has to be there, and one of every algorithm that is
    /// required.
    public func stripped(to keys: NoteKeys) -> Result<SignedNote, NoteFinding> {
        var verified: [NoteSignature] = []
        var missing = keys.required
        for signature in signatures {
            let candidates = keys.verifiers.filter { $0.matches(signature) }
            guard !candidates.isEmpty else { continue }
            let label = "\(signature.name)+\(signature.keyID.hex)"
            guard let signer = candidates.first(where: { $0.verifies(signature, of: text) }) else {
                return .failure(.signatureInvalid(detail: label))
            }
            let isRepeated = verified.contains {
                $0.keyID == signature.keyID && $0.name.hasSameBytes(as: signature.name)
            }
            guard !isRepeated else { return .failure(.signatureDuplicate(detail: label)) }
            verified.append(signature)
            missing.removeAll { $0 == signer.algorithm }
        }
        guard let note = SignedNote(text: text, signatures: verified) else {
            return .failure(
                .noTrustedSignature(
                    detail: "none of \(signatures.count) lines is under a trusted key"))
        }
        guard missing.isEmpty else {
            return .failure(.signatureMissing(detail: missing.map(\.rawValue).joined(separator: ", ")))
        }
        return .success(note)
    }

    /// Whether a text may be the text of a note: ends in a newline, no other control character.
    static func isSignable(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        text.last == newline && text.allSatisfy { $0 >= 0x20 || $0 == newline }
    }

    private static let newline: UInt8 = 0x0A

    /// Index of the newline that is the note's last empty line.
    private static func lastEmptyLine(in bytes: [UInt8]) -> Int? {
        guard bytes.count >= 2 else { return nil }
        return (1..<bytes.count).last { bytes[$0] == newline && bytes[$0 - 1] == newline }
    }
}

extension SignedNote: Equatable {
    public static func == (left: SignedNote, right: SignedNote) -> Bool {
        left.text.hasSameBytes(as: right.text) && left.signatures == right.signatures
    }
}
