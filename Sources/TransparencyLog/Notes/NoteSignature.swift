/// One signature line of a note, not verified.
public struct NoteSignature: Sendable {
    /// Name of the key that is said to have signed.
    public let name: String
    /// ID of that key.
    public let keyID: KeyID
    /// What follows the key ID; its form depends on the signature type.
    public let signature: [UInt8]

    /// Nil when the name cannot stand in a signature line or the signature is empty.
    public init?(name: String, keyID: KeyID, signature: [UInt8]) {
        guard KeyName.isValid(name), !signature.isEmpty else { return nil }
        self.name = name
        self.keyID = keyID
        self.signature = signature
    }

    /// From a line without its newline; nil unless it has the one form `line` writes.
    public init?(line: some BidirectionalCollection<UInt8>) {
        guard line.starts(with: Self.prefix) else { return nil }
        let fields = line.dropFirst(Self.prefix.count)
            .split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard fields.count == 2, let name = String(validating: fields[0], as: UTF8.self),
            let blob = Base64.decode(fields[1]), let keyID = KeyID(blob.prefix(4))
        else { return nil }
        self.init(name: name, keyID: keyID, signature: Array(blob.dropFirst(4)))
    }

    /// The line without its newline.
    public var line: String {
        "\u{2014} \(name) \(Base64.encode(keyID.bytes + signature))"
    }

    /// Em dash and space.
    private static let prefix = Array("\u{2014} ".utf8)
}

extension NoteSignature: Equatable {
    public static func == (left: NoteSignature, right: NoteSignature) -> Bool {
        left.name.hasSameBytes(as: right.name) && left.keyID == right.keyID
            && left.signature == right.signature
    }
}
