public import Compensation
public import Federation
public import TransparencyLog

/// A log key that has been written to a file.
public struct NewKeyReceipt: Report {
    public let file: String
    public let publicKey: [UInt8]
    private let algorithm: SignatureAlgorithm

    public init(file: String, publicKey: [UInt8], algorithm: SignatureAlgorithm = .ed25519) {
        self.algorithm = algorithm
        self.file = file
        self.publicKey = publicKey
    }

    /// Its name in configurations.
    private var name: String {
        switch algorithm {
        case .ed25519: "log_key"
        case .sm2: "sm2_keys"
        }
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("file", .string(file)),
            (algorithm == .sm2 ? "sm2_key" : "log_key", .string(Base64.encode(publicKey))),
            ("fingerprint", .string(KeyFingerprint(of: publicKey).spoken)),
        ])
    }

    public func text(_ language: Language) -> String {
        let (key, fingerprint) = (Base64.encode(publicKey), KeyFingerprint(of: publicKey).spoken)
        return Bilingual(
            zh: "新私钥 \(file)\n公钥 \(name): \(key)\n指纹 \(fingerprint)\n",
            en: "new key \(file)\npublic key \(name): \(key)\nfingerprint \(fingerprint)\n")(language)
    }
}
