import Compensation
import Federation
import Presentation
import TransparencyLog

/// Registering sections, drafting and signing agreements. Saying the same thing twice records nothing new.
struct AgreementDesk {
    let node: Node

    func add(_ form: OperatorCommand.SectionForm) async throws -> ActionReceipt {
        guard let section = SectionID(form.id) else { throw refused("--id", form.id) }
        guard let body = BodyType(rawValue: form.bodyType) else { throw refused("--body", form.bodyType) }
        guard let level = ControlLevel(rawValue: form.controlLevel) else {
            throw refused("--control", form.controlLevel)
        }
        guard let upstream = PartyCode(form.upstream) else { throw refused("--upstream", form.upstream) }
        guard let downstream = PartyCode(form.downstream) else { throw refused("--downstream", form.downstream) }
        let entry = SectionEntry(
            section: section, name: Bilingual(zh: form.nameZh, en: form.nameEn), aliases: form.aliases,
            river: form.river, basin: form.basin, bodyType: body, controlLevel: level, upstream: upstream,
            downstream: downstream)
        return try await say(
            { view in
                let registered = view.docket.sections.section(section)
                let same = registered.map { Entry.section($0).saysTheSame(as: .section(entry)) } ?? false
                return same ? [] : [.section(entry)]
            }, in: "common",
            done: Bilingual(zh: "断面 \(form.nameZh) 已登记。", en: "Section \(form.nameEn) registered."),
            known: Bilingual(zh: "断面 \(form.nameZh) 早已如此登记。", en: "Section \(form.nameEn) is registered so already."))
    }

    /// Records the scheme and the agreement it describes.
    func add(file: String, scheme bytes: [UInt8], channel: String) async throws -> ActionReceipt {
        let scheme: Scheme
        switch Scheme.load(bytes) {
        case .success(let loaded): scheme = loaded
        case .failure(let problems): throw CommandFailure.scheme(file, problems)
        }
        guard let agreement = AgreementID(scheme.identifier), let channel = ChannelName(channel) else {
            throw refused("--channel", channel)
        }
        let me = node.member.code
        guard scheme.parties.contains(where: { $0.code == me }) else {
            throw CommandFailure(
                zh: "本节点不是方案 \(scheme.identifier) 的一方。", en: "This node is not a party of scheme \(scheme.identifier).")
        }
        let schemeEntry = SchemeEntry(text: scheme.source)
        let entry = AgreementEntry(
            agreement: agreement, channel: channel, parties: scheme.parties.map(\.code),
            schemeDigest: schemeEntry.digest, validFrom: scheme.validity.from, validTo: scheme.validity.to)
        return try await say(
            { view in
                let known = view.docket.agreements.terms.contains { $0.digest == entry.digest }
                return known ? [] : [.scheme(schemeEntry), .agreement(entry)]
            }, in: channel.text,
            done: Bilingual(
                zh: "协议 \(agreement.text) 已记录；方案 SHA-256 \(schemeEntry.digest.hex)。各方执行 tongzhou agreements sign 后生效。",
                en:
                    "Agreement \(agreement.text) recorded; scheme SHA-256 \(schemeEntry.digest.hex). In force when every party has run tongzhou agreements sign."
            ),
            known: Bilingual(zh: "协议 \(agreement.text) 早已记录。", en: "Agreement \(agreement.text) is recorded already."))
    }

    func sign(_ agreement: String) async throws -> ActionReceipt {
        let terms = try Self.terms(agreement, in: await node.view)
        return try await say(
            { view in
                let terms = try Self.terms(agreement, in: view)
                let signature = AgreementSignatureEntry(agreement: terms.entry.agreement, agreementDigest: terms.digest)
                return terms.signedBy.contains(view.member.code) ? [] : [.agreementSignature(signature)]
            }, in: terms.entry.channel.text,
            done: Bilingual(zh: "已签署协议 \(agreement)。", en: "Agreement \(agreement) signed."),
            known: Bilingual(zh: "本方早已签署协议 \(agreement)。", en: "This party has signed \(agreement) already."))
    }

    private static func terms(_ agreement: String, in view: NodeView) throws -> AgreementTerms {
        let terms = view.docket.agreements.terms.filter {
            $0.entry.agreement.text == agreement && $0.entry.parties.contains(view.member.code)
        }
        guard let only = terms.last else {
            throw CommandFailure(
                zh: "没有等待本方签署的协议 \(agreement)。", en: "No agreement \(agreement) with this node as a party.")
        }
        guard terms.count == 1 else {
            let digests = terms.map(\.digest.hex).joined(separator: ", ")
            throw CommandFailure(
                zh: "协议 \(agreement) 有多个文本，请先与对方商定其一：\(digests)",
                en: "agreement \(agreement) exists in several texts; settle on one with the other parties: \(digests)")
        }
        return only
    }

    private func say(
        _ decide: @escaping @Sendable (NodeView) throws -> [Entry], in channelText: String, done: Bilingual,
        known: Bilingual
    ) async throws -> ActionReceipt {
        guard let channel = ChannelName(channelText), node.configuration.origin(of: channel) != nil else {
            throw CommandFailure(
                zh: "本节点没有通道 \(channelText)；请在 node.yaml 的 channels 中配置。",
                en: "This node has no channel \(channelText); configure it under channels in node.yaml.")
        }
        let (_, places) = try await node.act { view in
            ((), try decide(view).map { Draft(channel: channel, entry: $0) })
        }
        return ActionReceipt(places.isEmpty ? known : done, entries: places)
    }

    private func refused(_ option: String, _ value: String) -> CommandFailure {
        CommandFailure(zh: "\(option) 的值“\(value)”无效。", en: "“\(value)” is not valid for \(option).")
    }
}
