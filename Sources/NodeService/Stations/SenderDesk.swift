import Compensation
import Federation
import Presentation
import TransparencyLog

/// Adds, lists and revokes senders.
struct SenderDesk {
    let node: Node
    var entropy = Entropy.system

    func perform(_ command: SenderCommand) async throws -> any Report {
        switch command {
        case .list: return SenderList(node.senders.senders.map(Self.row))
        case .add(let form, let dryRun): return try await add(form, dryRun)
        case .revoke(let name, let dryRun): return try revoke(name, dryRun)
        }
    }

    private static func row(_ sender: IntakeSender) -> SenderRow {
        SenderRow(
            name: sender.name, source: sender.source, channel: sender.channel, sections: sender.sections,
            certificate: sender.certificate, added: sender.added)
    }

    private func add(_ form: SenderForm, _ dryRun: Bool) async throws -> SenderReceipt {
        try await check(form)
        let token =
            form.certificate == nil
            ? Base64.encode(entropy.bytes(32)).replacing("/", with: "_").replacing("+", with: "-").replacing(
                "=", with: "") : nil
        let sender = IntakeSender(
            name: form.name, source: form.source, channel: form.channel, sections: form.sections,
            tokenDigest: token.map { ContentDigest(of: Array($0.utf8)).hex }, certificate: form.certificate,
            added: node.clock.now.text)
        if !dryRun {
            try node.senders.change { senders in
                try Self.requireNew(form, senders)
                senders.append(sender)
            }
        } else {
            try Self.requireNew(form, node.senders.senders)
        }
        return SenderReceipt(.added, Self.row(sender), token: dryRun ? nil : token, dryRun: dryRun)
    }

    private func revoke(_ name: String, _ dryRun: Bool) throws -> SenderReceipt {
        guard let sender = node.senders.senders.first(where: { $0.name.sameBytes(as: name) }) else {
            throw CommandFailure(zh: "没有报送方 \(name)。", en: "There is no sender \(name).")
        }
        if !dryRun { try node.senders.change { $0.removeAll { $0.name.sameBytes(as: name) } } }
        return SenderReceipt(.revoked, Self.row(sender), token: nil, dryRun: dryRun)
    }

    private func check(_ form: SenderForm) async throws {
        guard (1...64).contains(form.name.utf8.count),
            form.name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
        else {
            throw CommandFailure(
                zh: "报送方名称只能用小写字母、数字和 -，不超过 64 个。",
                en: "A sender's name has lower-case letters, digits and -, at most 64.")
        }
        guard (1...64).contains(form.source.utf8.count) else {
            throw CommandFailure(zh: "来源过长或为空。", en: "The source is empty or too long.")
        }
        guard let channel = ChannelName(form.channel), node.configuration.origin(of: channel) != nil else {
            throw CommandFailure(zh: "本节点没有通道 \(form.channel)。", en: "This node has no channel \(form.channel).")
        }
        guard form.certificate.map({ NodeName($0) != nil }) ?? true else {
            throw CommandFailure(
                zh: "\(form.certificate ?? "") 不是证书中的节点名。", en: "\(form.certificate ?? "") is no name of a certificate."
            )
        }
        let known = await node.docket.sections
        for section in form.sections where SectionID(section).flatMap({ known.section($0) }) == nil {
            throw CommandFailure(
                zh: "断面 \(section) 未登记；请写断面编号，见 tongzhou sections。",
                en: "Section \(section) is not registered; give its identifier, see tongzhou sections.")
        }
        guard !form.sections.isEmpty else {
            throw CommandFailure(zh: "请用 --section 指明断面。", en: "Name its sections with --section.")
        }
    }

    private static func requireNew(_ form: SenderForm, _ senders: [IntakeSender]) throws {
        let isTaken = senders.contains { sender in
            sender.name.sameBytes(as: form.name)
                || (form.certificate.map { sender.certificate?.sameBytes(as: $0) == true } ?? false)
        }
        guard isTaken else { return }
        throw CommandFailure(
            zh: "已有同名或同一证书的报送方；先用 tongzhou senders revoke 撤销。",
            en: "There is a sender of that name or certificate; revoke it first: tongzhou senders revoke.")
    }
}
