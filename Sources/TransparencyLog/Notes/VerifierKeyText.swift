/// The parts of a verifier key text, `name+hex(key ID)+base64(type || public key)` (C2SP signed-note,
/// "Verifier keys"). Whether the key can be trusted is the signature type's business.
struct VerifierKeyText {
    let name: String
    let keyID: KeyID
    /// Signature type and public key, not empty.
    let material: [UInt8]

    init(_ text: String) throws(VerifierKeyError) {
        // Base 64 may hold a plus sign; names and digits may not.
        let fields = text.utf8.split(
            separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard fields.count == 3, let name = String(validating: fields[0], as: UTF8.self),
            KeyName.isValid(name), let keyID = Hex.decode(fields[1]).flatMap({ KeyID($0) }),
            let material = Base64.decode(fields[2]), !material.isEmpty
        else { throw .malformed }
        self.name = name
        self.keyID = keyID
        self.material = material
    }

    static func write(name: String, keyID: KeyID, material: [UInt8]) -> String {
        "\(name)+\(keyID.hex)+\(Base64.encode(material))"
    }
}
