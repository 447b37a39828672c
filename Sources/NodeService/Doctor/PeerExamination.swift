import Compensation
import Federation
import Foundation
import NodeStore
import Presentation
import Synchronization
import TransparencyLog

/// Calls one peer: the handshake, whose certificate it shows, its clock, its signed checkpoint, and whether what it
/// shows continues what is stored here.
struct PeerExamination {
    let configuration: NodeConfiguration
    let peer: PeerConfiguration
    let credentials: TLSCredentials
    let clock: any NodeClock
    let keys: KnownKeys
    /// The stored logs to compare with; `nil` where there are none yet.
    let stored: LogFile?

    private struct Heard: Sendable {
        var lead: Int?
        var end: Date?
    }

    func run() async -> [Examination] {
        let heard = Mutex(Heard())
        let clock = clock
        let clients = try? PeerClients.make(
            [peer], credentials, .brief, onPeer: { identity in heard.withLock { $0.end = identity.notAfter } },
            onDate: { date, _ in heard.withLock { $0.lead = PeerClocks.lead(date, now: clock.now) } })
        guard let client = clients?.first?.client else {
            return [line(.peer, .broken, Bilingual(zh: "无法建立 TLS 客户端", en: "no TLS client can be made"))]
        }
        var lines = [await call(client)]
        if lines[0].result != .broken { lines += await proofs(client) }
        await client.shutdown()
        let (lead, end) = heard.withLock { ($0.lead, $0.end) }
        return lines + (lead.map { [clockLine($0)] } ?? []) + (end.map { [certificate($0)] } ?? [])
    }

    private var subject: String { peer.member.node.text }

    private func line(
        _ area: Examination.Area, _ result: Examination.Result, _ finding: Bilingual, advice: Bilingual? = nil
    ) -> Examination {
        Examination(area, result, subject: subject, finding, advice: advice)
    }

    /// One request for the first log, timed.
    private func call(_ client: LogClient) async -> Examination {
        let address = "\(peer.host):\(peer.port)"
        guard let origin = peer.logs.first else {
            return line(.peer, .attention, Bilingual(zh: "节点文件未列日志", en: "its file lists no logs"))
        }
        let start = Deadline(after: .zero)
        do {
            let outcome = try await client.get(
                channel: origin.channel.text, epoch: String(origin.epoch), path: LogResource.checkpoint.path,
                limit: SignedNote.maximumLength)
            guard case .body(let note, _) = outcome else {
                return Examination(.peer, .channelNotServed, subject: subject, detail: origin.text)
            }
            let size: Int
            switch VerifiedCheckpoint.open(note: note, origin: origin.text, keys: keys.demandedKeys(of: origin)) {
            case .success(let shown): size = shown.checkpoint.size
            case .failure(.signatureMissing(let algorithms)) where algorithms == SignatureAlgorithm.sm2.rawValue:
                return line(
                    .peer, .broken,
                    Bilingual(
                        zh: "检查点缺少所要求的签名：\(algorithms)", en: "the checkpoint lacks a demanded signature: \(algorithms)"),
                    advice: Bilingual(
                        zh: "对方须用该算法签署，或与其商定后修改 node.yaml 的 signatures",
                        en: "the peer has to sign with it, or signatures in node.yaml is changed by agreement with them"
                    ))
            case .failure:
                return Examination(
                    .peer, .broken, subject: subject,
                    Bilingual(zh: "检查点的签名与登记的公钥不符", en: "the checkpoint is not signed with the key on file"),
                    advice: Bilingual(
                        zh: "电话核对 log_key 的指纹：tongzhou peers show \(subject)",
                        en: "compare the fingerprint of log_key by telephone: tongzhou peers show \(subject)"),
                    isIntegrity: true)
            }
            return line(
                .peer, .ok,
                Bilingual(
                    zh: "\(address) TLS 1.3 已握手，检查点 \(size) 条，用时 \(start.elapsedText)",
                    en: "\(address) TLS 1.3, checkpoint of \(size) entries in \(start.elapsedText)"))
        } catch {
            let words = TransportWording.text(error)
            return Examination(
                .peer, StatusDesk.code(of: error), subject: subject,
                explanation: Bilingual(zh: "\(address)，\(words.zh)", en: "\(address), \(words.en)"))
        }
    }

    /// Whether every checkpoint the peer shows, of its logs and of the own ones, continues what is stored.
    private func proofs(_ client: LogClient) async -> [Examination] {
        guard let stored else { return [] }
        let own = (try? configuration.ownLogs(with: stored)) ?? configuration.origins
        var comparison = PeerComparison(stored, keys, own, peer, client)
        do {
            try await comparison.run()
        } catch {
            return [line(.proofs, .attention, Bilingual(zh: "未能核对：\(error)", en: "cannot compare: \(error)"))]
        }
        let count = comparison.proven
        let proven = line(
            .proofs, .ok,
            Bilingual(zh: "\(count) 个检查点已证明与本机所存一致", en: "\(count) checkpoints proven consistent with what is stored"))
        return [proven]
            + comparison.damages.items.map { damage in
                Examination(
                    .proofs, damage.code.isIntegrity ? .broken : .attention, subject: subject,
                    Bilingual(zh: damage.line(.zh), en: damage.line(.en)),
                    advice: Bilingual(
                        zh: "tongzhou check --against \(subject)", en: "tongzhou check --against \(subject)"),
                    isIntegrity: damage.code.isIntegrity)
            }
    }

    private func clockLine(_ lead: Int) -> Examination {
        guard abs(lead) <= MachineConditions.tolerance else {
            return Examination(.clock, .clockDiffers, subject: subject, detail: lead > 0 ? "+\(lead) s" : "\(lead) s")
        }
        return line(.clock, .ok, Bilingual(zh: "与对方相差 \(abs(lead)) 秒", en: "\(abs(lead)) s apart"))
    }

    private func certificate(_ end: Date) -> Examination {
        let day = String(Timestamp(secondsSinceEpoch: Int64(end.timeIntervalSince1970)).text.prefix(10))
        if let stage = CertificateStage(end: end, now: clock.now) {
            return Examination(.certificate, stage.peer, subject: subject, detail: day)
        }
        return line(.certificate, .ok, Bilingual(zh: "对方证书至 \(day)", en: "its certificate is good until \(day)"))
    }
}
