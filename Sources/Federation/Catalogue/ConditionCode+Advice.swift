public import Compensation

extension ConditionCode {
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
        case .peerSM3RootDiffers:
            Bilingual(
                zh: "保留数据库，联系对方；金额以日志本身的检查点为准",
                en: "keep the database; contact the peer; what binds is the log's own checkpoint")
        case .staleHead:
            Bilingual(
                zh: "核对网络途中有无代理重放旧内容；请对方检查其节点",
                en: "look for a proxy that replays old answers; ask the peer to check its node")
        case .witnessWentBack:
            Bilingual(
                zh: "请对方核对是否恢复过旧备份；恢复前不采信其见证",
                en: "ask the peer whether it restored an old backup; do not rely on its witness until then")
        case .readingConflict:
            Bilingual(zh: "由记录方更正：tongzhou correct", en: "the recording party corrects it: tongzhou correct")
        case .correctionWaits: Bilingual(zh: "核对后执行 tongzhou endorse", en: "check it, then run tongzhou endorse")
        case .jointReadingsWait:
            Bilingual(zh: "核对后执行 tongzhou endorse 位置", en: "check them, then run tongzhou endorse PLACE")
        case .intakeStuck:
            Bilingual(
                zh: "按详情处理；文件仍在原处，稍后自动重试", en: "mend what the detail says; the file is still there and is tried again")
        case .intakeRefused:
            Bilingual(
                zh: "打开旁边的问题清单，改好后放回收件文件夹，并移走退回的文件",
                en:
                    "open the workbook beside it, put the mended one into the intake folder, and take the refused file away"
            )
        case .signatureWaits:
            Bilingual(
                zh: "查看 tongzhou agreements show，同意则 tongzhou agreements sign",
                en: "read tongzhou agreements show; if you agree, tongzhou agreements sign")
        case .agreementRefused:
            Bilingual(zh: "按详情改正后重新起草", en: "draft it anew without what the detail names")
        case .filingDue, .filingOverdue:
            Bilingual(zh: "执行 tongzhou agreements file", en: "run tongzhou agreements file")
        case .filingWaits:
            Bilingual(
                zh: "中央节点核对后执行 tongzhou agreements file", en: "the centre checks it and runs tongzhou agreements file")
        case .renewalDue, .agreementLapsed:
            Bilingual(zh: "与对方商谈续签，由起草方起草新文本", en: "negotiate the renewal; the drafting party drafts the next version")
        case .endWaits:
            Bilingual(
                zh: "同意则以同样的核算期和理由执行 tongzhou agreements end",
                en: "if you agree, run tongzhou agreements end with the same period and reason")
        case .settlementDisputed:
            Bilingual(zh: "查看首个差异：tongzhou settlements", en: "see the first difference: tongzhou settlements")
        case .acceptanceWaits: Bilingual(zh: "核对后执行 tongzhou accept", en: "check it, then run tongzhou accept")
        case .verdictRefused:
            Bilingual(zh: "查看结论代码：tongzhou explain", en: "see the code of the verdict: tongzhou explain")
        case .ledgerDiffers:
            Bilingual(
                zh: "以各方签名为准；请中央节点更正台账", en: "the parties' signatures stand; ask the centre to correct its ledger")
        case .accountDiffers:
            Bilingual(
                zh: "查看 tongzhou basin-account show；请中央节点更正",
                en: "see tongzhou basin-account show; the centre corrects it")
        case .accountNotHeld: Bilingual(zh: "登记相应省份的节点文件", en: "add the peer file of that province")
        case .verdictOverdue:
            Bilingual(
                zh: "认可照样成立，tongzhou proof 可出具证明；联系中央节点",
                en: "the acceptances stand, tongzhou proof proves them; contact the centre")
        case .incidentStands: Bilingual(zh: "查看 tongzhou incidents list", en: "see tongzhou incidents list")
        case .levyRuns: Bilingual(zh: "签署协议后停止征收", en: "signing an agreement ends it")
        case .levyUncharged:
            Bilingual(zh: "执行 tongzhou levies record --charge", en: "run tongzhou levies record --charge")
        case .clearingDiffers:
            Bilingual(
                zh: "以记账结果为准：tongzhou clearing show 列出差异；请中央节点重新清算",
                en: "the recorded settlements stand: tongzhou clearing show has the difference; the centre clears anew")
        case .clearingDue: Bilingual(zh: "执行详情所示命令", en: "run the command of the detail")
        case .forcedDeductionDiffers:
            Bilingual(zh: "核对逾期金额与加收比例，请中央节点更正", en: "compare overdue amount and percentage; the centre corrects it")
        case .paymentDue: Bilingual(zh: "拨付后执行 tongzhou payments pay", en: "pay, then run tongzhou payments pay")
        case .paymentLate:
            Bilingual(
                zh: "付款方立即拨付；中央可执行 tongzhou payments collect 强制收扣",
                en: "the payer pays at once; the centre may collect it: tongzhou payments collect")
        case .receiptWaits:
            Bilingual(
                zh: "核对国库到账后执行 tongzhou payments receive", en: "see that it arrived, then run tongzhou payments receive"
            )
        case .paymentDoesNotFit:
            Bilingual(
                zh: "查看 tongzhou payments list，与对方核对；写错的以 payments pay --replaces 更正",
                en: "see tongzhou payments list, compare with the other party; to correct it: payments pay --replaces")
        case .inKindWaits:
            Bilingual(zh: "核对后执行 tongzhou in-kind accept", en: "read it, then run tongzhou in-kind accept")
        case .plansOverdue: Bilingual(zh: "执行 tongzhou funds use 报送项目", en: "file projects: tongzhou funds use")
        case .reportOverdue: Bilingual(zh: "执行 tongzhou funds report", en: "run tongzhou funds report")
        case .useWithoutReason:
            Bilingual(
                zh: "补报理由，或改投本流域：tongzhou funds use --replaces",
                en: "file it again with a reason, or for the agreement's river: tongzhou funds use --replaces")
        case .changedAfterRecording:
            Bilingual(
                zh: "已记账的不改；查看调整：tongzhou settlements",
                en: "what is recorded stays; see the adjustment: tongzhou settlements")
        case .factsWait:
            Bilingual(
                zh: "核对后执行 tongzhou facts endorse 或 facts add",
                en: "check them, then run tongzhou facts endorse or facts add")
        case .windowEnded, .windowEnding:
            Bilingual(
                zh: "核对后执行 tongzhou settlements accept 或 object；逾期不视为认可",
                en: "check it, then run tongzhou settlements accept or object; silence is never acceptance")
        case .proposalWaits:
            Bilingual(zh: "核对后执行 tongzhou settlements propose", en: "check it, then run tongzhou settlements propose")
        case .exemptionWaits:
            Bilingual(zh: "审核后执行 tongzhou exemptions approve", en: "decide, then run tongzhou exemptions approve")
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
        case .earlierEpochMissing:
            Bilingual(
                zh: "把该日志列入对方节点文件的 logs；对方也没有的，请其说明",
                en: "list that log under logs in the peer file; if the peer has none, have it explain")
        case .revocationListRefused, .revocationListOutdated:
            Bilingual(zh: "向 CA 索取新的吊销列表", en: "get a new revocation list from the authority")
        case .notUnderstood: Bilingual(zh: "升级本节点程序", en: "upgrade this node")
        case .storeDamaged:
            Bilingual(zh: "停止节点后执行 tongzhou repair", en: "stop the node, then run tongzhou repair")
        case .sm3TreeStopped:
            Bilingual(
                zh: "详情为 sm3-tree-behind 时腾出磁盘空间，下一批条目会补上；否则停止节点后执行 tongzhou repair",
                en:
                    "where the detail is sm3-tree-behind, make room on the disk and the next entries take it along; else stop the node, then run tongzhou repair"
            )
        case .nodeNotRunning: Bilingual(zh: "启动：tongzhou serve", en: "start it: tongzhou serve")
        case .nodeSilent:
            Bilingual(
                zh: "稍候再试；持续如此则查看日志并重启服务",
                en: "try again in a while; if it stays so, read the log and restart the service")
        case .diskLow, .diskFull:
            Bilingual(zh: "腾出空间或扩容；切勿删除 log.sqlite", en: "make room or enlarge the disk; never delete log.sqlite")
        case .clockDiffers:
            Bilingual(zh: "两端各自对时（NTP），看是哪一端不准", en: "synchronise both clocks (NTP) and see whose is wrong")
        case .clockWentBack:
            Bilingual(zh: "校准本机时钟（NTP）；时间走到之前所签不受影响", en: "set this machine's clock (NTP); what was signed stands")
        case .signingWaits:
            Bilingual(
                zh:
                    "保持节点运行并检查网络，有邻居答复后自动恢复；详情列出邻居时（恢复备份或找回日志之后），须等它们全部答复。确知没有人持有更多而邻居长期不可达时：tongzhou serve --sign-unconfirmed",
                en:
                    "keep the node running and check the network, it resumes when a neighbour answers, or, where the detail names some (after restore or recover), when all of these have; if you know that nobody holds more and neighbours stay away: tongzhou serve --sign-unconfirmed"
            )
        case .ownLogMissing:
            Bilingual(
                zh:
                    "保持节点运行，找回后自动恢复；若无邻居持有这些条目，请换回较新的 log.sqlite。详情无节点名且确知无人持有的：tongzhou serve --sign-unconfirmed，所缺的须重新录入",
                en:
                    "keep the node running, it resumes by itself; if no neighbour has the entries, put the newer log.sqlite back; where the detail names nobody and you know that nobody has them: tongzhou serve --sign-unconfirmed, and record anew what is missing"
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
}
