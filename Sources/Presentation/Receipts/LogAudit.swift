import Compensation
public import Federation

/// The result of recomputing a stored log from its bytes.
public struct LogAudit: Sendable {
    public enum Finding: String, CaseIterable, Sendable {
        case sound
        /// No signed checkpoint yet.
        case unsigned
        /// The stored note does not verify under the log's key.
        case noteInvalid = "note-invalid"
        /// A stored leaf hash is not the hash of the stored entry.
        case leafDiffers = "leaf-differs"
        /// The recomputed root is not the signed one.
        case rootDiffers = "root-differs"

        var name: Bilingual {
            switch self {
            case .sound: Bilingual(zh: "完好", en: "sound")
            case .unsigned: Bilingual(zh: "尚无签署的检查点", en: "no signed checkpoint yet")
            case .noteInvalid: Bilingual(zh: "检查点签名无效", en: "the checkpoint's signature does not verify")
            case .leafDiffers: Bilingual(zh: "条目与其散列不符", en: "an entry does not match its hash")
            case .rootDiffers: Bilingual(zh: "重算的根与签署的不符", en: "the recomputed root is not the signed one")
            }
        }
    }

    public let origin: LogOrigin
    public let own: Bool
    public let size: Int
    public let rootHex: String
    public let finding: Finding
    /// First index concerned, for `leafDiffers`.
    public let index: Int?

    public init(origin: LogOrigin, own: Bool, size: Int, rootHex: String, finding: Finding, index: Int?) {
        self.origin = origin
        self.own = own
        self.size = size
        self.rootHex = rootHex
        self.finding = finding
        self.index = index
    }

    var json: JSONValue {
        .members([
            ("origin", .string(origin.text)), ("own", .bool(own)), ("size", .integer(Int64(size))),
            ("root", .string(rootHex)), ("finding", .string(finding.rawValue)),
            ("index", index.map { .integer(Int64($0)) }),
        ])
    }
}
