import Compensation
import Federation
import Presentation
import TransparencyLog

/// The life of agreements: put forward, sign, file, end. Saying the same thing twice records nothing new.
struct AgreementDesk {
    let node: Node

    func show(_ agreement: String) async throws -> AgreementReport {
        let view = await node.view
        let versions = try Self.versions(agreement, in: view)
        return AgreementReport(versions, docket: view.docket, now: view.desk.now)
    }

    func differences(_ agreement: String, from: String, to: String) async throws -> AgreementDifferences {
        let versions = try Self.versions(agreement, in: await node.view)
        let (old, new) = (try Self.version(from, among: versions), try Self.version(to, among: versions))
        return AgreementDifferences(old, new)
    }

    /// Records a version and the schemes it rests on.
    func draft(_ form: AgreementCommand.DraftForm, dryRun: Bool) async throws -> ActionReceipt {
        let draft = try AgreementDraft(form)
        return try await node.say(dryRun: dryRun) { view in
            let version = draft.version(in: view.docket)
            let name = version.agreement.text
            guard version.parties.contains(view.member.code) else {
                throw CommandFailure(zh: "本节点不是方案 \(name) 的一方。", en: "This node is not a party of scheme \(name).")
            }
            try Self.requireRight(version.parties, draft.scheme, view)
            try Self.requireInsideScheme(version, draft.scheme)
            let problems = AgreementSoundness.problems(version, scheme: draft.scheme, parent: draft.parent)
            guard problems.isEmpty else { throw Self.refusal(problems) }
            let known = view.docket.agreements.terms.first { $0.digest == version.digest }
            if let known, known.draftedBy.contains(view.member.code) {
                return (Bilingual(zh: "协议 \(name) 早已记录。", en: "Agreement \(name) is recorded already."), [])
            }
            let drafts = draft.entries(of: version, in: view.docket)
                .map { Draft(channel: version.channel, entry: $0) }
            return (
                Bilingual(
                    zh: "协议 \(name) 已记录，摘要 \(version.digest.hex)；方案 SHA-256 \(version.schemeDigest.hex)。"
                        + "各方执行 tongzhou agreements sign 后生效。",
                    en:
                        "Agreement \(name) recorded, digest \(version.digest.hex); scheme SHA-256 \(version.schemeDigest.hex). "
                        + "In force when every party has run tongzhou agreements sign."), drafts
            )
        }
    }

    func sign(_ agreement: String, digest: String?, dryRun: Bool) async throws -> ActionReceipt {
        try await node.say(dryRun: dryRun) { view in
            let versions = try Self.versions(agreement, in: view).filter {
                $0.entry.parties.contains(view.member.code)
            }
            let terms = try Self.toSign(versions, digest, agreement)
            guard !terms.signedBy.contains(view.member.code) else {
                return (
                    Bilingual(zh: "本方早已签署协议 \(agreement)。", en: "This party has signed \(agreement) already."), []
                )
            }
            guard terms.problems.isEmpty else { throw Self.refusal(terms.problems) }
            try Self.requireEntitledDraft(terms, view)
            try Self.requireSuccession(terms, versions, view.member.code)
            let signature = AgreementSignatureEntry(agreement: terms.entry.agreement, agreementDigest: terms.digest)
            return (
                Bilingual(
                    zh: "已签署协议 \(agreement)，摘要 \(terms.digest.hex)。",
                    en: "Agreement \(agreement) signed, digest \(terms.digest.hex)."),
                [Draft(channel: terms.entry.channel, entry: .agreementSignature(signature))]
            )
        }
    }

    /// A party hands the agreement to the centre; at the centre, confirms that it has been handed in.
    func file(_ agreement: String, digest: String?, dryRun: Bool) async throws -> ActionReceipt {
        try await node.say(dryRun: dryRun) { view in
            let terms = try Self.inForce(agreement, digest, view)
            if view.member.role == .centre { return try Self.confirm(terms) }
            try Self.requireParty(terms, view)
            if let filing = terms.filing {
                let place = filing.record.reference.text
                return (
                    Bilingual(
                        zh: "协议 \(agreement) 早已报备（\(place)）。", en: "\(agreement) has been filed already (\(place))."),
                    []
                )
            }
            let filing = AgreementFilingEntry(agreement: terms.entry.agreement, agreementDigest: terms.digest)
            return (
                Bilingual(zh: "协议 \(agreement) 已向中央节点报备。", en: "\(agreement) is handed to the centre for filing."),
                [Draft(channel: terms.entry.channel, entry: .agreementFiling(filing))]
            )
        }
    }

    private static func confirm(_ terms: AgreementTerms) throws -> (Bilingual, [Draft]) {
        let name = terms.entry.agreement.text
        guard let filing = terms.filing else {
            throw CommandFailure(zh: "协议 \(name) 尚无一方报备。", en: "No party has handed in \(name) yet.")
        }
        guard terms.filed == nil else {
            return (Bilingual(zh: "协议 \(name) 早已备案。", en: "\(name) is on file already."), [])
        }
        let filed = AgreementFiledEntry(
            agreement: terms.entry.agreement, agreementDigest: terms.digest, filing: filing.record.reference)
        return (
            Bilingual(zh: "协议 \(name) 已备案。", en: "\(name) is on file."),
            [Draft(channel: .central, entry: .agreementFiled(filed))]
        )
    }

    /// Agrees to an early end; it ends when every party has said the same.
    func end(
        _ agreement: String, digest: String?, lastPeriod: String, reason: String, dryRun: Bool
    ) async throws -> ActionReceipt {
        guard let last = Period(lastPeriod) else { throw AgreementDraft.refused("--last-period", lastPeriod) }
        guard (1...2000).contains(reason.utf8.count) else {
            throw CommandFailure(
                zh: "提前终止必须说明理由（不超过 2000 字节）。", en: "An early end needs a reason of at most 2000 bytes.")
        }
        return try await node.say(dryRun: dryRun) { view in
            let terms = try Self.inForce(agreement, digest, view)
            try Self.requireParty(terms, view)
            try Self.requirePossibleEnd(terms, last, view)
            let end = AgreementEndEntry(
                agreement: terms.entry.agreement, agreementDigest: terms.digest, lastPeriod: last, reason: reason)
            let mine = terms.ends.filter { $0.party == view.member.code }.map(\.record.body)
            guard !mine.contains(where: { Entry.agreementEnd($0).saysTheSame(as: .agreementEnd(end)) }) else {
                return (Bilingual(zh: "本方早已如此表态。", en: "This party has said so already."), [])
            }
            return (
                Bilingual(
                    zh: "本方同意协议 \(agreement) 以 \(last.text) 为最后核算期；各方所说一致后终止。",
                    en:
                        "This party agrees that \(agreement) ends with \(last.text); it ends when all parties say the same."
                ),
                [Draft(channel: terms.entry.channel, entry: .agreementEnd(end))]
            )
        }
    }
}
