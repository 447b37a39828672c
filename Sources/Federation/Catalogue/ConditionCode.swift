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
    case peerSM3RootDiffers = "MIR-06"
    case staleHead = "WIT-01"
    case witnessWentBack = "WIT-02"
    case readingConflict = "DAT-01"
    case correctionWaits = "DAT-02"
    case factsWait = "DAT-03"
    case jointReadingsWait = "DAT-04"
    case intakeStuck = "DAT-05"
    case intakeRefused = "DAT-06"
    case signatureWaits = "AGR-01"
    case agreementRefused = "AGR-02"
    case filingDue = "AGR-03"
    case filingOverdue = "AGR-04"
    case filingWaits = "AGR-05"
    case renewalDue = "AGR-06"
    case agreementLapsed = "AGR-07"
    case endWaits = "AGR-08"
    case settlementDisputed = "SET-01"
    case acceptanceWaits = "SET-02"
    case verdictRefused = "SET-03"
    case changedAfterRecording = "SET-04"
    case windowEnded = "SET-05"
    case windowEnding = "SET-06"
    case proposalWaits = "SET-07"
    case exemptionWaits = "SET-08"
    case ledgerDiffers = "CEN-01"
    case accountDiffers = "CEN-02"
    case accountNotHeld = "CEN-03"
    case verdictOverdue = "CEN-04"
    case incidentStands = "CEN-05"
    case levyRuns = "CEN-06"
    case levyUncharged = "CEN-07"
    case clearingDiffers = "CLR-01"
    case clearingDue = "CLR-02"
    case forcedDeductionDiffers = "CLR-03"
    case paymentDue = "PAY-01"
    case paymentLate = "PAY-02"
    case receiptWaits = "PAY-03"
    case paymentDoesNotFit = "PAY-04"
    case inKindWaits = "PAY-05"
    case plansOverdue = "FND-01"
    case reportOverdue = "FND-02"
    case useWithoutReason = "FND-03"
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
    case earlierEpochMissing = "KEY-08"
    case notUnderstood = "VER-01"
    case storeDamaged = "STO-01"
    case sm3TreeStopped = "STO-02"
    case nodeNotRunning = "RUN-01"
    case nodeSilent = "RUN-02"
    case diskLow = "DSK-01"
    case diskFull = "DSK-02"
    case clockDiffers = "CLK-01"
    case clockWentBack = "CLK-02"
    case signingWaits = "SIG-01"
    case ownLogMissing = "SIG-02"
    case signedElsewhere = "SIG-03"
    case ownLogForked = "SIG-04"

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
            Bilingual(zh: "对方签署了两份互相矛盾的历史，已冻结", en: "the peer signed two histories that contradict; frozen")
        case .mirrorInconsistent:
            Bilingual(zh: "对方的新历史不延续已核验的历史，已停止跟随", en: "the peer's history does not continue the verified one; halted")
        case .mirrorMalformed:
            Bilingual(zh: "对方提供的日志资源缺失或格式不符，已停止跟随", en: "the peer serves missing or malformed log resources; halted")
        case .peerSM3RootDiffers:
            Bilingual(
                zh: "对方签署的 SM3 根与其日志条目不符，或先后签署两个",
                en: "an SM3 root that the peer signed is not that of its entries, or it signed two")
        case .staleHead:
            Bilingual(zh: "对方向本节点出示的日志落后于他人所见", en: "the peer shows us less of its log than others have seen")
        case .witnessWentBack:
            Bilingual(zh: "对方的见证记录倒退", en: "the peer's witness shows less than it has shown before")
        case .readingConflict: Bilingual(zh: "同一时刻有互相矛盾的监测数据", en: "records of one reading contradict each other")
        case .correctionWaits: Bilingual(zh: "对方的数据更正等待本方确认", en: "a correction by another party waits for endorsement")
        case .factsWait: Bilingual(zh: "核定数据等待本方填报或确认", en: "facts wait for this party's word")
        case .windowEnded:
            Bilingual(
                zh: "异议期已过，无人异议，等待操作员认可", en: "the objection window has ended without a word; it waits for the operator"
            )
        case .windowEnding: Bilingual(zh: "异议期将尽", en: "the objection window is about to end")
        case .proposalWaits: Bilingual(zh: "可以核算，等待操作员提议", en: "computable; proposing waits for the operator")
        case .exemptionWaits:
            Bilingual(zh: "免除申请等待本节点审核", en: "a request for an exemption waits for this node's decision")
        case .jointReadingsWait: Bilingual(zh: "联合监测数据等待本方确认", en: "jointly monitored readings wait for endorsement")
        case .intakeStuck: Bilingual(zh: "收件文件夹中的文件无法处理", en: "a file in an intake folder cannot be taken")
        case .intakeRefused:
            Bilingual(zh: "有报来的文件被退回，待改正", en: "files that were sent were refused and wait to be mended")
        case .signatureWaits:
            Bilingual(zh: "协议文本等待本方签署", en: "a version of an agreement waits for this party's signature")
        case .agreementRefused: Bilingual(zh: "已签署的协议文本不予采用", en: "a signed text of an agreement does not count")
        case .filingDue: Bilingual(zh: "协议待报备", en: "an agreement has to be filed with the centre")
        case .filingOverdue: Bilingual(zh: "协议逾期未报备", en: "an agreement is overdue for filing")
        case .filingWaits: Bilingual(zh: "报备的协议等待中央节点确认", en: "an agreement handed in waits for the centre")
        case .renewalDue: Bilingual(zh: "协议即将期满，尚未续签", en: "an agreement ends soon and is not renewed")
        case .agreementLapsed: Bilingual(zh: "协议已期满，未续签", en: "an agreement has ended and is not renewed")
        case .endWaits: Bilingual(zh: "对方提出提前终止协议", en: "another party would end an agreement early")
        case .settlementDisputed: Bilingual(zh: "各方核算结果不一致", en: "the parties' results differ")
        case .acceptanceWaits: Bilingual(zh: "各方核算结果一致，等待认可", en: "the results agree; acceptance is waiting")
        case .verdictRefused: Bilingual(zh: "中央节点核验未通过", en: "the centre's verification failed")
        case .ledgerDiffers:
            Bilingual(zh: "中央台账与各方认可的结果不符", en: "the centre's ledger is not what the parties accepted")
        case .accountDiffers:
            Bilingual(zh: "中央的干流统一核算与本节点复算不符", en: "the centre's unified accounting is not what this node computes")
        case .accountNotHeld:
            Bilingual(
                zh: "干流统一核算所依据的日志本节点未持有，暂不能核对",
                en: "a log of the unified accounting is not held; it cannot be checked yet")
        case .verdictOverdue:
            Bilingual(zh: "各方已认可，中央节点三十天内未作结论", en: "agreed by all parties; the centre has been silent for thirty days")
        case .incidentStands: Bilingual(zh: "有突发事件通报，等待裁定", en: "a notice of an incident waits for a ruling")
        case .levyRuns:
            Bilingual(zh: "共有断面没有生效的协议，按月征收", en: "a shared section has no agreement and is levied by the month")
        case .levyUncharged: Bilingual(zh: "有应征收而未记录的月份", en: "months of a levy are owed and not charged")
        case .clearingDiffers:
            Bilingual(
                zh: "中央的年度清算与本节点按记账结果算得的不符",
                en: "the centre's clearing is not what follows from the recorded settlements")
        case .clearingDue:
            Bilingual(zh: "年度核算已全部记账，等待清算", en: "the year's settlements are recorded; clearing is waiting")
        case .forcedDeductionDiffers:
            Bilingual(zh: "强制收扣不符合协议", en: "a forced deduction is not what the agreement allows")
        case .paymentDue: Bilingual(zh: "有应付资金尚未拨付", en: "an amount is to be paid")
        case .paymentLate: Bilingual(zh: "应付资金逾期未拨付", en: "an amount was not paid in time")
        case .receiptWaits: Bilingual(zh: "对方已拨款，等待本方确认收款", en: "a payment waits for our word that it has arrived")
        case .paymentDoesNotFit:
            Bilingual(zh: "拨款与应付款对不上，不计入", en: "a payment does not fit what is owed and is not counted")
        case .inKindWaits: Bilingual(zh: "对方提出以非资金方式补偿，等待认可", en: "an offer in kind waits for acceptance")
        case .plansOverdue:
            Bilingual(zh: "已收资金逾期未报项目安排", en: "received funds are in no filed project, past the agreed days")
        case .reportOverdue: Bilingual(zh: "资金使用报告逾期", en: "a report on the use of funds is overdue")
        case .useWithoutReason:
            Bilingual(zh: "资金用于其他河流而未说明理由", en: "funds go to another river without a reason")
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
        case .earlierEpochMissing:
            Bilingual(
                zh: "对方的日志延续一条本节点没有的日志，其中的认可暂不核验",
                en: "a log continues one of which nothing is held here; acceptances in it are not verified")
        case .certificateRevoked: Bilingual(zh: "本节点证书已被吊销", en: "this node's certificate is revoked")
        case .certificateEnded: Bilingual(zh: "本节点证书已到期", en: "this node's certificate has ended")
        case .notUnderstood:
            Bilingual(zh: "有本版本不理解的条目，已原样保存", en: "entries this version does not understand are kept as they are")
        case .storeDamaged:
            Bilingual(zh: "所存日志已损坏，损坏之处不再提供", en: "a stored log is damaged; the damaged part is not served")
        case .sm3TreeStopped:
            Bilingual(
                zh: "所存 SM3 树损坏或落后，日志本身不受影响",
                en: "a stored SM3 tree is damaged or behind its log; the log itself is not affected")
        case .nodeNotRunning:
            Bilingual(zh: "节点未运行，以下为最后保存的状态", en: "the node is not running; this is the last stored state")
        case .nodeSilent:
            Bilingual(
                zh: "节点进程占用着文件夹却不答复，以下为最后保存的状态",
                en: "the node's process holds the folder but does not answer; this is the last stored state")
        case .diskLow: Bilingual(zh: "数据库所在磁盘空间不多", en: "the disk of the databases is getting full")
        case .diskFull:
            Bilingual(
                zh: "数据库所在磁盘即将写满，写满后不再记录",
                en: "the disk of the databases is nearly full; when it is, nothing is recorded")
        case .clockDiffers:
            Bilingual(zh: "本机时钟与对方节点相差超过一分钟", en: "this machine's clock and the peer's differ by more than a minute")
        case .clockWentBack:
            Bilingual(zh: "本机时钟早于本节点最近一次签署的时间", en: "this machine's clock is behind what this node signed last")
        case .signingWaits:
            Bilingual(
                zh: "签署前须先向邻居核实本节点的日志，尚未得到所需的答复",
                en: "before signing, neighbours are asked about this node's own logs; not all answers needed are in yet"
            )
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
}
