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
    case storeDamaged = "STO-01"
    case nodeNotRunning = "RUN-01"
    case signingWaits = "SIG-01"
    case ownLogMissing = "SIG-02"
    case signedElsewhere = "SIG-03"
    case ownLogForked = "SIG-04"

    public var severity: Severity {
        switch self {
        case .acceptanceWaits, .correctionWaits: .notice
        case .channelNotServed, .notUnderstood, .changedAfterRecording, .certificateEnds: .attention
        case .peerUnreachable, .peerRefusesUs, .peerNotTrusted, .readingConflict, .certificateEnded, .nodeNotRunning,
            .settlementDisputed, .signingWaits, .ownLogMissing:
            .error
        case .mirrorAltered, .mirrorShrank, .mirrorForked, .mirrorInconsistent, .mirrorMalformed, .storeDamaged,
            .verdictRefused,
            .ledgerDiffers, .signedElsewhere, .ownLogForked:
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
        case .storeDamaged:
            Bilingual(zh: "所存日志已损坏，损坏之处不再提供", en: "a stored log is damaged; the damaged part is not served")
        case .nodeNotRunning:
            Bilingual(zh: "节点未运行，以下为最后保存的状态", en: "the node is not running; this is the last stored state")
        case .signingWaits:
            Bilingual(
                zh: "签署前须先向邻居核实本节点的日志，尚无邻居答复",
                en: "before signing, neighbours are asked about this node's own logs; none has answered yet")
        case .ownLogMissing:
            Bilingual(
                zh: "本节点日志缺少已签署的条目，正从邻居镜像找回，其间不签署",
                en:
                    "entries this node has signed are missing here; they are fetched back from mirrors, nothing is signed meanwhile"
            )
        case .signedElsewhere:
            Bilingual(
                zh: "别处以本节点的私钥签署了日志，已停止签署", en: "somebody else signs with this node's key; signing is stopped")
        case .ownLogForked:
            Bilingual(
                zh: "本节点的私钥签署了两份历史，已永久停止签署",
                en: "this node's key has signed two histories; signing is stopped for good")
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
        case .storeDamaged:
            Bilingual(zh: "停止节点后执行 tongzhou repair", en: "stop the node, then run tongzhou repair")
        case .nodeNotRunning: Bilingual(zh: "启动：tongzhou serve", en: "start it: tongzhou serve")
        case .signingWaits:
            Bilingual(
                zh: "保持节点运行并检查网络，有邻居答复后自动恢复；确知没有恢复过旧数据库且邻居长期不可达时：tongzhou serve --sign-unconfirmed",
                en:
                    "keep the node running and check the network, it resumes when a neighbour answers; if you know that no old database was put back and neighbours stay away: tongzhou serve --sign-unconfirmed"
            )
        case .ownLogMissing:
            Bilingual(
                zh: "保持节点运行，找回后自动恢复；若无邻居持有这些条目，请换回较新的 log.sqlite",
                en:
                    "keep the node running, it resumes by itself; if no neighbour has the entries, put the newer log.sqlite back"
            )
        case .signedElsewhere:
            Bilingual(
                zh: "查明是否有第二台机器使用同一私钥并停用其一，然后重启本节点",
                en: "find out whether a second machine uses this key and stop one of the two, then restart this node")
        case .ownLogForked:
            Bilingual(
                zh: "停用其他副本，保留证据，告知各方，以新的期次另开日志",
                en: "stop the other copy, keep the evidence, tell the others, begin new logs with a new epoch")
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
