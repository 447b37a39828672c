public import Compensation

/// The catalogue of what can need attention: one list for status, JSON, logs, pages and `docs/errors.md`.
/// A code never changes its meaning.
public enum ConditionCode: String, CaseIterable, Sendable {
    case peerUnreachable = "NET-01"
    case peerRefusesUs = "NET-02"
    case peerNotTrusted = "NET-03"
    case channelNotServed = "NET-04"
    case mirrorAltered = "MIR-01"
    case mirrorShrank = "MIR-02"
    case mirrorForked = "MIR-03"
    case mirrorInconsistent = "MIR-04"
    case mirrorMalformed = "MIR-05"
    case staleHead = "WIT-01"
    case witnessWentBack = "WIT-02"
    case ownLogElsewhere = "WIT-03"
    case readingConflict = "DAT-01"
    case correctionWaits = "DAT-02"
    case settlementDisputed = "SET-01"
    case acceptanceWaits = "SET-02"
    case verdictRefused = "SET-03"
    case changedAfterRecording = "SET-04"
    case ledgerDiffers = "CEN-01"
    case certificateEnds = "CRT-01"
    case certificateEnded = "CRT-02"
    case notUnderstood = "VER-01"
    case nodeNotRunning = "RUN-01"

    public var severity: Severity {
        switch self {
        case .acceptanceWaits, .correctionWaits: .notice
        case .channelNotServed, .notUnderstood, .changedAfterRecording, .certificateEnds: .attention
        case .peerUnreachable, .peerRefusesUs, .peerNotTrusted, .readingConflict, .certificateEnded, .nodeNotRunning,
            .settlementDisputed, .staleHead, .witnessWentBack:
            .error
        case .mirrorAltered, .mirrorShrank, .mirrorForked, .mirrorInconsistent, .mirrorMalformed, .verdictRefused,
            .ledgerDiffers, .ownLogElsewhere:
            .integrity
        }
    }

    /// What is the matter.
    public var text: Bilingual {
        switch self {
        case .peerUnreachable: Bilingual(zh: "无法连接对方节点", en: "the peer cannot be reached")
        case .peerRefusesUs: Bilingual(zh: "对方节点拒绝了本节点", en: "the peer refuses this node")
        case .peerNotTrusted: Bilingual(zh: "对方出示的证书不可信", en: "the peer's certificate is not trusted")
        case .channelNotServed: Bilingual(zh: "对方未向本节点开放该通道", en: "the peer does not serve this channel to us")
        case .mirrorAltered:
            Bilingual(zh: "对方提供的内容与其签名不符，已停止跟随", en: "what the peer serves is not what it signed; halted")
        case .mirrorShrank: Bilingual(zh: "对方日志变短，已停止跟随", en: "the peer's log became shorter; halted")
        case .mirrorForked:
            Bilingual(zh: "对方对同一长度签署了两份历史，已冻结", en: "the peer signed two histories of one size; frozen")
        case .mirrorInconsistent:
            Bilingual(zh: "对方的新历史不延续已核验的历史，已停止跟随", en: "the peer's history does not continue the verified one; halted")
        case .mirrorMalformed:
            Bilingual(zh: "对方提供的日志资源缺失或格式不符，已停止跟随", en: "the peer serves missing or malformed log resources; halted")
        case .staleHead:
            Bilingual(zh: "对方向本节点出示的日志落后于他人所见", en: "the peer shows us less of its log than others have seen")
        case .witnessWentBack:
            Bilingual(zh: "对方的见证记录倒退", en: "the peer's witness shows less than it has shown before")
        case .ownLogElsewhere:
            Bilingual(
                zh: "对方持有以本节点密钥签署、而本节点没有的检查点", en: "a peer holds a checkpoint under this node's key that this node does not have")
        case .readingConflict: Bilingual(zh: "同一时刻有互相矛盾的监测数据", en: "records of one reading contradict each other")
        case .correctionWaits: Bilingual(zh: "对方的数据更正等待本方确认", en: "a correction by another party waits for endorsement")
        case .settlementDisputed: Bilingual(zh: "各方核算结果不一致", en: "the parties' results differ")
        case .acceptanceWaits: Bilingual(zh: "各方核算结果一致，等待认可", en: "the results agree; acceptance is waiting")
        case .verdictRefused: Bilingual(zh: "中央节点核验未通过", en: "the centre's verification failed")
        case .ledgerDiffers:
            Bilingual(zh: "中央台账与各方认可的结果不符", en: "the centre's ledger is not what the parties accepted")
        case .changedAfterRecording:
            Bilingual(zh: "记账后数据有变化，需另行调整核算", en: "data changed after recording; an adjustment is needed")
        case .certificateEnds: Bilingual(zh: "本节点证书即将到期", en: "this node's certificate ends soon")
        case .certificateEnded: Bilingual(zh: "本节点证书已到期", en: "this node's certificate has ended")
        case .notUnderstood:
            Bilingual(zh: "有本版本不理解的条目，已原样保存", en: "entries this version does not understand are kept as they are")
        case .nodeNotRunning:
            Bilingual(zh: "节点未运行，以下为最后保存的状态", en: "the node is not running; this is the last stored state")
        }
    }

    /// What to do about it.
    public var advice: Bilingual {
        switch self {
        case .peerUnreachable:
            Bilingual(zh: "检查网络与对方节点；恢复后自动跟上", en: "check the network and the peer; catching up is automatic")
        case .peerRefusesUs:
            Bilingual(zh: "请对方确认本节点的证书与成员登记", en: "ask the peer to check our certificate and membership")
        case .peerNotTrusted: Bilingual(zh: "请勿绕过；与对方核对证书指纹", en: "do not bypass; compare fingerprints with the peer")
        case .channelNotServed: Bilingual(zh: "请对方把本节点加入该通道的读者", en: "ask the peer to list this node as a reader")
        case .mirrorAltered, .mirrorMalformed:
            Bilingual(zh: "请对方检查其数据库；修复后自动恢复", en: "ask the peer to check its database; it resumes when repaired")
        case .mirrorShrank:
            Bilingual(zh: "请对方从镜像找回缺失条目，切勿继续签署", en: "the peer must take its entries back from mirrors before signing")
        case .mirrorForked: Bilingual(zh: "保留证据，联系对方与中央节点", en: "keep the evidence; contact the peer and the centre")
        case .mirrorInconsistent:
            Bilingual(zh: "联系对方；在说明之前不采用其新数据", en: "contact the peer; its new data is not used until explained")
        case .staleHead:
            Bilingual(
                zh: "核对网络途中有无代理重放旧内容；请对方检查其节点", en: "look for a proxy that replays old answers; ask the peer to check its node")
        case .witnessWentBack:
            Bilingual(
                zh: "请对方核对是否恢复过旧备份；恢复前不采信其见证", en: "ask the peer whether it restored an old backup; do not rely on its witness until then")
        case .ownLogElsewhere:
            Bilingual(
                zh: "立即停止签署；查明是否恢复过旧备份，或密钥在两台机器上使用", en: "stop signing at once; find out whether an old backup was restored or the key is used on two machines")
        case .readingConflict:
            Bilingual(zh: "由记录方更正：tongzhou correct", en: "the recording party corrects it: tongzhou correct")
        case .correctionWaits: Bilingual(zh: "核对后执行 tongzhou endorse", en: "check it, then run tongzhou endorse")
        case .settlementDisputed:
            Bilingual(zh: "查看首个差异：tongzhou settlements", en: "see the first difference: tongzhou settlements")
        case .acceptanceWaits: Bilingual(zh: "核对后执行 tongzhou accept", en: "check it, then run tongzhou accept")
        case .verdictRefused:
            Bilingual(zh: "查看结论代码：tongzhou explain", en: "see the code of the verdict: tongzhou explain")
        case .ledgerDiffers:
            Bilingual(
                zh: "以各方签名为准；请中央节点更正台账", en: "the parties' signatures stand; ask the centre to correct its ledger")
        case .changedAfterRecording: Bilingual(zh: "联系对方，商定调整", en: "agree on an adjustment with the other party")
        case .certificateEnds, .certificateEnded: Bilingual(zh: "更换证书", en: "renew the certificate")
        case .notUnderstood: Bilingual(zh: "升级本节点程序", en: "upgrade this node")
        case .nodeNotRunning: Bilingual(zh: "启动：tongzhou serve", en: "start it: tongzhou serve")
        }
    }

    /// The condition that a mirror's finding shows as.
    public init(_ finding: MirrorFinding.Code) {
        switch finding {
        case .checkpointInvalid, .resourceInvalid: self = .mirrorMalformed
        case .shrank: self = .mirrorShrank
        case .forked: self = .mirrorForked
        case .inconsistent: self = .mirrorInconsistent
        case .entriesAltered: self = .mirrorAltered
        }
    }
}
