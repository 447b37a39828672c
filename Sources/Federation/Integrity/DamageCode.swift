public import Compensation

/// What can be wrong with a store. A code never changes its meaning.
public enum DamageCode: String, CaseIterable, Sendable {
    /// SQLite cannot read the file, or a part of it.
    case fileUnreadable = "file-unreadable"
    /// SQLite's own check of the file's structure complains.
    case fileMalformed = "file-malformed"
    /// Tables or the triggers that protect them are not those of this version.
    case schemaDiffers = "schema-differs"
    /// The row of a log is not what its signed checkpoints say.
    case logRowInvalid = "log-row-invalid"
    /// A log of nobody in `peers/`: its signatures cannot be verified here.
    case logKeyUnknown = "log-key-unknown"
    case entryMissing = "entry-missing"
    /// The stored hash is the one in the tree; the entry's bytes are not what was signed.
    case entryAltered = "entry-altered"
    /// A stored leaf hash is not the hash of the stored entry.
    case leafDiffers = "leaf-differs"
    /// An entry, hash or checkpoint of no known log, or beyond the end of one.
    case strayRow = "stray-row"
    case hashMissing = "hash-missing"
    /// A stored inner hash is not the one recomputed from what lies below it.
    case hashDiffers = "hash-differs"
    case checkpointMissing = "checkpoint-missing"
    /// A kept checkpoint does not verify under the log's key, or is kept at another size than it signs.
    case checkpointInvalid = "checkpoint-invalid"
    /// A checkpoint signs more entries than are stored.
    case checkpointAhead = "checkpoint-ahead"
    /// The recomputed root is not the signed one.
    case rootDiffers = "root-differs"
    /// The checkpoint kept of a log's SM3 tree does not verify, or the tree's right edge is not the one it signs.
    case sm3CheckpointInvalid = "sm3-checkpoint-invalid"
    /// The root of an own log's SM3 tree, recomputed from the entries, is not the signed one.
    case sm3RootDiffers = "sm3-root-differs"
    /// A row beside the logs (witnessing, evidence, findings) contradicts itself.
    case recordInvalid = "record-invalid"
    /// The derived database for queries; it is rebuilt by itself.
    case viewsUnreadable = "views-unreadable"
    /// A peer holds more of this node's own log than this node: an old copy was restored.
    case peerHoldsMore = "peer-holds-more"
    /// A peer's own log is shorter than its copy here: the peer has lost what it had signed.
    case peerHoldsLess = "peer-holds-less"
    /// A peer holds a signed history that contradicts the stored one.
    case peerContradicts = "peer-contradicts"
    /// A peer has signed an SM3 root that is not that of its own entries.
    case peerSM3RootDiffers = "peer-sm3-root-differs"
    /// A peer could not be asked, or did not show what is needed.
    case peerSilent = "peer-silent"

    /// Whether something that was signed, or must be believed, is concerned; the others are for attention.
    public var isIntegrity: Bool {
        switch self {
        case .logKeyUnknown, .viewsUnreadable, .peerSilent: false
        default: true
        }
    }

    /// Whether it is about what a peer shows, and nothing stored here can be repaired.
    public var isAboutPeer: Bool {
        switch self {
        case .peerHoldsMore, .peerHoldsLess, .peerContradicts, .peerSM3RootDiffers, .peerSilent: true
        default: false
        }
    }

    /// Whether it is about the SM3 tree beside a log alone, which is computed anew from the log.
    public var isAboutSM3Tree: Bool {
        switch self {
        case .sm3CheckpointInvalid, .sm3RootDiffers: true
        default: false
        }
    }

    /// What is the matter.
    public var text: Bilingual {
        switch self {
        case .fileUnreadable: Bilingual(zh: "数据库文件无法读取", en: "the database file cannot be read")
        case .fileMalformed: Bilingual(zh: "数据库文件结构损坏", en: "the structure of the database file is damaged")
        case .schemaDiffers:
            Bilingual(zh: "数据表或保护触发器与本版本不符", en: "tables or their protecting triggers are not as they must be")
        case .logRowInvalid: Bilingual(zh: "日志的登记与其检查点不符", en: "the row of the log is not what its checkpoints say")
        case .logKeyUnknown: Bilingual(zh: "没有该日志的公钥，无法核对签名", en: "no key of this log at hand, signatures not verified")
        case .entryMissing: Bilingual(zh: "缺少条目", en: "entries are missing")
        case .entryAltered: Bilingual(zh: "条目内容被改动", en: "an entry is not what was signed")
        case .leafDiffers: Bilingual(zh: "条目与其散列不符", en: "an entry does not match its hash")
        case .strayRow: Bilingual(zh: "有不属于任何日志的行", en: "a row belongs to no log or lies beyond its end")
        case .hashMissing: Bilingual(zh: "缺少散列", en: "a hash is missing")
        case .hashDiffers: Bilingual(zh: "散列与重算结果不符", en: "a hash is not the recomputed one")
        case .checkpointMissing: Bilingual(zh: "缺少检查点", en: "a checkpoint is missing")
        case .checkpointInvalid:
            Bilingual(zh: "检查点已损坏或签名无效", en: "a checkpoint is damaged or its signature does not verify")
        case .checkpointAhead: Bilingual(zh: "签署的条目多于所存", en: "more entries were signed than are stored")
        case .rootDiffers: Bilingual(zh: "重算的根与签署的不符", en: "the recomputed root is not the signed one")
        case .sm3CheckpointInvalid:
            Bilingual(
                zh: "SM3 树的检查点已损坏或签名无效",
                en: "the checkpoint of the SM3 tree is damaged or its signature does not verify")
        case .sm3RootDiffers:
            Bilingual(zh: "由条目重算的 SM3 根与签署的不符", en: "the SM3 root recomputed from the entries is not the signed one")
        case .recordInvalid: Bilingual(zh: "附属记录自相矛盾", en: "a record beside the logs contradicts itself")
        case .viewsUnreadable:
            Bilingual(zh: "查询库无法读取，启动时自动重建", en: "the query database cannot be read; it is rebuilt at start")
        case .peerHoldsMore: Bilingual(zh: "对方所存的本节点日志更长", en: "the peer holds more of this node's log than this node")
        case .peerHoldsLess:
            Bilingual(zh: "对方自己的日志短于本地所存的副本", en: "the peer's own log is shorter than the copy stored here")
        case .peerContradicts:
            Bilingual(zh: "对方持有与本地矛盾的签名历史", en: "the peer holds a signed history that contradicts this one")
        case .peerSM3RootDiffers:
            Bilingual(
                zh: "对方签署的 SM3 根与其日志条目不符", en: "the SM3 root that the peer signed is not that of its own entries")
        case .peerSilent: Bilingual(zh: "未能向对方核对", en: "the peer could not be asked")
        }
    }
}
