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
    case certificateEndsWithinMonth = "CRT-03"
    case certificateEndsWithinWeek = "CRT-04"
    case peerCertificateEnds = "CRT-05"
    case peerCertificateEndsWithinMonth = "CRT-06"
    case peerCertificateEndsWithinWeek = "CRT-07"
    case peerCertificateEnded = "CRT-08"
    case certificateRenewalRefused = "CRT-09"
    case revocationListRefused = "CRT-10"
    case revocationListOutdated = "CRT-11"
    case certificateRevoked = "CRT-12"
    case rotationWaits = "KEY-01"
    case rotationRefused = "KEY-02"
    case peerFileOutdated = "KEY-03"
    case keyMayBeRetired = "KEY-04"
    case signingKeyMissing = "KEY-05"
    case epochOverrun = "KEY-06"
    case epochNotOpened = "KEY-07"
    case notUnderstood = "VER-01"
    case storeDamaged = "STO-01"
    case nodeNotRunning = "RUN-01"
    case signingWaits = "SIG-01"
    case ownLogMissing = "SIG-02"
    case signedElsewhere = "SIG-03"
    case ownLogForked = "SIG-04"

    public var severity: Severity {
        switch self {
        case .acceptanceWaits, .correctionWaits, .certificateEnds, .peerCertificateEnds, .rotationWaits,
            .peerFileOutdated, .keyMayBeRetired:
            .notice
        case .channelNotServed, .notUnderstood, .changedAfterRecording, .certificateEndsWithinMonth,
            .peerCertificateEndsWithinMonth, .revocationListOutdated:
            .attention
        case .peerUnreachable, .peerRefusesUs, .peerNotTrusted, .readingConflict, .certificateEnded, .nodeNotRunning,
            .settlementDisputed, .staleHead, .witnessWentBack, .signingWaits, .ownLogMissing,
            .certificateEndsWithinWeek, .peerCertificateEndsWithinWeek, .peerCertificateEnded,
            .certificateRenewalRefused, .revocationListRefused, .certificateRevoked, .signingKeyMissing,
            .epochNotOpened:
            .error
        case .mirrorAltered, .mirrorShrank, .mirrorForked, .mirrorInconsistent, .mirrorMalformed, .storeDamaged,
            .verdictRefused, .ledgerDiffers, .ownLogElsewhere, .signedElsewhere, .ownLogForked, .rotationRefused,
            .epochOverrun:
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
                zh: "对方持有以本节点密钥签署、而本节点没有的检查点",
                en: "a peer holds a checkpoint under this node's key that this node does not have")
        case .readingConflict: Bilingual(zh: "同一时刻有互相矛盾的监测数据", en: "records of one reading contradict each other")
        case .correctionWaits: Bilingual(zh: "对方的数据更正等待本方确认", en: "a correction by another party waits for endorsement")
        case .settlementDisputed: Bilingual(zh: "各方核算结果不一致", en: "the parties' results differ")
        case .acceptanceWaits: Bilingual(zh: "各方核算结果一致，等待认可", en: "the results agree; acceptance is waiting")
        case .verdictRefused: Bilingual(zh: "中央节点核验未通过", en: "the centre's verification failed")
        case .ledgerDiffers:
            Bilingual(zh: "中央台账与各方认可的结果不符", en: "the centre's ledger is not what the parties accepted")
        case .changedAfterRecording:
            Bilingual(zh: "记账后数据有变化，需另行调整核算", en: "data changed after recording; an adjustment is needed")
        case .certificateEnds: Bilingual(zh: "本节点证书将在 60 天内到期", en: "this node's certificate ends within 60 days")
        case .certificateEndsWithinMonth:
            Bilingual(zh: "本节点证书将在 30 天内到期", en: "this node's certificate ends within 30 days")
        case .certificateEndsWithinWeek:
            Bilingual(zh: "本节点证书将在 7 天内到期", en: "this node's certificate ends within 7 days")
        case .peerCertificateEnds: Bilingual(zh: "对方证书将在 60 天内到期", en: "the peer's certificate ends within 60 days")
        case .peerCertificateEndsWithinMonth:
            Bilingual(zh: "对方证书将在 30 天内到期", en: "the peer's certificate ends within 30 days")
        case .peerCertificateEndsWithinWeek:
            Bilingual(zh: "对方证书将在 7 天内到期", en: "the peer's certificate ends within 7 days")
        case .peerCertificateEnded: Bilingual(zh: "对方证书已到期", en: "the peer's certificate has ended")
        case .certificateRenewalRefused:
            Bilingual(zh: "新的证书文件不可用，仍使用原证书", en: "the new certificate files cannot be used; the old ones stay in use")
        case .revocationListRefused:
            Bilingual(
                zh: "证书吊销列表不可用，仍以上一份有效列表为准", en: "the revocation list cannot be used; the last good one stays in force")
        case .revocationListOutdated:
            Bilingual(zh: "证书吊销列表已过更新期限", en: "the revocation list is overdue for renewal")
        case .rotationWaits:
            Bilingual(zh: "对方更换日志密钥，等待核对指纹后会签", en: "a peer's new log key waits to be compared and countersigned")
        case .rotationRefused:
            Bilingual(zh: "密钥轮换未得到新旧两把密钥的证明，不予采用", en: "a key rotation is not proven by both keys and changes nothing")
        case .peerFileOutdated:
            Bilingual(zh: "对方已更换日志密钥，节点文件中仍是旧密钥", en: "the peer has a new log key; its peer file still has the old one")
        case .keyMayBeRetired:
            Bilingual(zh: "密钥轮换已获会签，旧密钥可以停用", en: "the key rotation is countersigned; the old key may be retired")
        case .signingKeyMissing:
            Bilingual(zh: "缺少本节点一把签署密钥的私钥文件", en: "the private key file of one of this node's signing keys is missing")
        case .epochNotOpened:
            Bilingual(
                zh: "配置中的新期次尚未启用，该通道暂不写入", en: "the configured epoch is not begun; nothing is said in this channel")
        case .epochOverrun:
            Bilingual(zh: "已结束的期次又有新的签署", en: "a log that was given up for a new epoch is signed further")
        case .certificateRevoked: Bilingual(zh: "本节点证书已被吊销", en: "this node's certificate is revoked")
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
        case .staleHead:
            Bilingual(
                zh: "核对网络途中有无代理重放旧内容；请对方检查其节点",
                en: "look for a proxy that replays old answers; ask the peer to check its node")
        case .witnessWentBack:
            Bilingual(
                zh: "请对方核对是否恢复过旧备份；恢复前不采信其见证",
                en: "ask the peer whether it restored an old backup; do not rely on its witness until then")
        case .ownLogElsewhere:
            Bilingual(
                zh: "立即停止签署；查明是否恢复过旧备份，或密钥在两台机器上使用",
                en:
                    "stop signing at once; find out whether an old backup was restored or the key is used on two machines"
            )
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
        case .certificateEnds, .certificateEndsWithinMonth, .certificateEndsWithinWeek, .certificateEnded,
            .certificateRevoked:
            Bilingual(
                zh: "申请新证书并替换文件；无需重启", en: "have a new one issued and put it in the file's place; no restart is needed")
        case .peerCertificateEnds, .peerCertificateEndsWithinMonth, .peerCertificateEndsWithinWeek,
            .peerCertificateEnded:
            Bilingual(zh: "提醒对方更换证书", en: "remind the peer to renew it")
        case .certificateRenewalRefused:
            Bilingual(zh: "按详情改正证书、私钥或 CA 文件", en: "mend the certificate, key or authority file as the detail says")
        case .rotationWaits:
            Bilingual(
                zh: "与对方电话核对指纹后执行 tongzhou keys countersign",
                en: "compare fingerprints by telephone, then run tongzhou keys countersign")
        case .rotationRefused:
            Bilingual(zh: "立即联系对方：可能有人冒用其日志", en: "contact the peer at once: somebody may be writing in its name")
        case .peerFileOutdated:
            Bilingual(
                zh: "把节点文件中的 log_key 换成详情所示，下次重启生效；不急", en: "put the log_key of the detail into its peer file; no hurry"
            )
        case .keyMayBeRetired: Bilingual(zh: "执行 tongzhou keys retire", en: "run tongzhou keys retire")
        case .signingKeyMissing:
            Bilingual(zh: "把私钥文件放回 log_key 所在文件夹", en: "put the key file back into the folder of log_key")
        case .epochNotOpened: Bilingual(zh: "执行 tongzhou epoch open", en: "run tongzhou epoch open")
        case .epochOverrun:
            Bilingual(zh: "联系对方；旧密钥可能在他人手中", en: "contact the peer: its old key may be in other hands")
        case .revocationListRefused, .revocationListOutdated:
            Bilingual(zh: "向 CA 索取新的吊销列表", en: "get a new revocation list from the authority")
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
