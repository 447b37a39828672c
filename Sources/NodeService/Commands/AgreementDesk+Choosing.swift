import Compensation
import Federation
import TransparencyLog

/// Finding the version that is meant, and refusing what may not be done with it.
extension AgreementDesk {
    static func versions(_ agreement: String, in view: NodeView) throws -> [AgreementTerms] {
        let versions = view.docket.agreements.terms.filter { $0.entry.agreement.text == agreement }
        guard versions.isEmpty else { return versions }
        throw CommandFailure(
            zh: "没有协议 \(agreement)；查看 tongzhou agreements", en: "No agreement \(agreement); see tongzhou agreements")
    }

    /// The one version whose digest begins so.
    static func version(_ digest: String, among versions: [AgreementTerms]) throws -> AgreementTerms {
        let matching = versions.filter { digest.utf8.count >= 8 && $0.digest.hex.hasPrefix(digest) }
        if let only = matching.first, matching.count == 1 { return only }
        let known = versions.map(\.digest.hex).joined(separator: ", ")
        throw CommandFailure(
            ExitCode.integrity, zh: "没有摘要以 \(digest) 开头的文本（至少 8 位）；现有：\(known)",
            en: "no version with a digest that begins with \(digest) (at least 8 digits); there are: \(known)")
    }

    /// The version to sign: the one named, or the only one that waits for a signature.
    static func toSign(_ versions: [AgreementTerms], _ digest: String?, _ agreement: String) throws -> AgreementTerms {
        guard !versions.isEmpty else {
            throw CommandFailure(
                zh: "没有等待本方签署的协议 \(agreement)。", en: "No agreement \(agreement) with this node as a party.")
        }
        if let digest { return try version(digest, among: versions) }
        // What cannot come into force any more waits for nobody.
        let standing = versions.first { $0.inForce && $0.replaced == nil }
        let open = versions.filter { terms in
            terms.problems.isEmpty && !terms.isFullySigned
                && standing.map { terms.entry.replaces.contains($0.digest) } ?? true
        }
        if let only = open.first ?? versions.first, open.count == 1 || versions.count == 1 { return only }
        guard open.isEmpty else {
            let digests = open.map(\.digest.hex).joined(separator: ", ")
            throw CommandFailure(
                zh: "协议 \(agreement) 有多个文本待签署，请核对后用 --digest 指明其一：\(digests)",
                en:
                    "agreement \(agreement) exists in several texts; name the one you have read with --digest: \(digests)"
            )
        }
        return standing ?? versions.last { $0.inForce } ?? versions[0]
    }

    /// The version in force that is meant; several where one follows the other.
    static func inForce(_ agreement: String, _ digest: String?, _ view: NodeView) throws -> AgreementTerms {
        let versions = try versions(agreement, in: view)
        let named = try digest.map { try version($0, among: versions) }
        let terms = named ?? versions.last { $0.inForce && $0.replaced == nil }
        guard let terms, terms.inForce else {
            throw CommandFailure(
                zh: "协议 \(agreement) 尚未由各方签署生效。", en: "\(agreement) is not in force: not every party has signed.")
        }
        return terms
    }

    static func requireParty(_ terms: AgreementTerms, _ view: NodeView) throws {
        guard terms.entry.parties.contains(view.member.code) else {
            throw CommandFailure(zh: "本节点不是该协议的一方。", en: "This node is not a party to the agreement.")
        }
    }

    static func refusal(_ problems: [AgreementProblem]) -> CommandFailure {
        CommandFailure(
            zh: "协议文本不予采用，未记录任何内容："
                + problems.map { "\($0.code.rawValue) \($0.message.zh)" }.joined(separator: "；"),
            en: "the text of the agreement does not count, nothing was recorded: "
                + problems.map { "\($0.code.rawValue) \($0.message.en)" }.joined(separator: "; "))
    }

    /// The downstream party drafts, or the one on the right bank.
    static func requireRight(_ parties: [PartyCode], _ scheme: Scheme, _ view: NodeView) throws {
        let right = view.docket.draftingRight(parties, scheme)
        guard !right.includes(view.member.code) else { return }
        let who = names(right.parties, view)
        let (zh, en) =
            right.ground == .rightBank
            ? (
                "左右岸共同作为上下游的，由右岸\(who.zh)提出",
                "where both banks are jointly up- or downstream the right bank, \(who.en), drafts"
            )
            : ("由下游\(who.zh)提出", "the downstream party, \(who.en), drafts")
        throw CommandFailure(
            zh: "协议方案\(zh)（依据断面登记的上下游）；本方可请其起草。",
            en: "\(en) the agreement (by what is registered of its sections); ask it to.")
    }

    /// A text that only others have put forward than who may is not signed.
    static func requireEntitledDraft(_ terms: AgreementTerms, _ view: NodeView) throws {
        let right = view.docket.draftingRight(terms.entry.parties, terms.scheme)
        guard !terms.draftedBy.contains(where: right.includes) else { return }
        let (by, who) = (names(terms.draftedBy, view), names(right.parties, view))
        throw CommandFailure(
            zh: "这一文本由\(by.zh)提出，而应由\(who.zh)提出，不能签署；请\(who.zh)起草同一文本。",
            en:
                "this text was put forward by \(by.en), where \(who.en) drafts, and is not signed; have \(who.en) draft it."
        )
    }

    /// A further version is signed only where it says that it replaces what this party has signed before, in force or
    /// not yet; and none that a text which somebody has signed replaces.
    static func requireSuccession(_ terms: AgreementTerms, _ versions: [AgreementTerms], _ own: PartyCode) throws {
        let signed = versions.filter { $0.problems.isEmpty && !$0.signatures.isEmpty && $0.digest != terms.digest }
        if let later = signed.first(where: { $0.entry.replaces.contains(terms.digest) }) {
            throw CommandFailure(
                zh: "已有一方签署的文本 \(later.digest.hex) 替代了这一文本，不能再签署它。",
                en:
                    "version \(later.digest.hex), which a party has signed, replaces this one; it is not signed any more."
            )
        }
        let standing = signed.first {
            $0.signedBy.contains(own) && $0.replaced == nil && !terms.entry.replaces.contains($0.digest)
        }
        guard let standing else { return }
        throw CommandFailure(
            zh: "本方已签署协议的另一文本 \(standing.digest.hex)\(standing.inForce ? "，该文本已生效" : "")，这一文本未声明替代它；请重新起草。",
            en:
                "this party has signed another version, \(standing.digest.hex)\(standing.inForce ? ", which is in force," : "")"
                + " and this one does not replace it; draft it anew.")
    }

    static func requireInsideScheme(_ entry: AgreementEntry, _ scheme: Scheme) throws {
        guard entry.validFrom.start < scheme.validity.from.start || scheme.validity.to.end < entry.validTo.end else {
            return
        }
        let (from, to) = (scheme.validity.from.text, scheme.validity.to.text)
        throw CommandFailure(
            zh: "协议有效期超出方案的有效期 \(from) 至 \(to)；超出部分无法核算。",
            en: "the validity goes beyond that of the scheme, \(from) to \(to), where nothing can be computed.")
    }

    /// A period of the agreement, not before one that is on record.
    static func requirePossibleEnd(_ terms: AgreementTerms, _ last: Period, _ view: NodeView) throws {
        guard last.kind == terms.scheme.periodKind, terms.entry.validFrom.start < last.end,
            last.end <= terms.entry.validTo.end
        else {
            throw CommandFailure(
                zh: "\(last.text) 不是协议有效期内的核算期。", en: "\(last.text) is not a period within the validity.")
        }
        if let end = terms.agreedEnd {
            throw CommandFailure(
                zh: "各方已同意以 \(end.lastPeriod.text) 为最后核算期。",
                en: "All parties have agreed to end it with \(end.lastPeriod.text).")
        }
        let recorded = view.desk.cases.filter {
            $0.key.agreementDigest == terms.digest && ($0.state == .verified || $0.state == .recorded)
        }.map(\.key.period).max()
        if let recorded, last.end < recorded.end {
            throw CommandFailure(
                zh: "\(recorded.text) 已核验记账，不能在此之前终止。",
                en: "\(recorded.text) is verified and on record; it cannot end before that.")
        }
    }

    private static func names(_ parties: [PartyCode], _ view: NodeView) -> Bilingual {
        func text(_ language: Language) -> String {
            parties.map { view.docket.roster.member($0)?.name(language) ?? $0.text }
                .joined(separator: language == .zh ? "、" : ", ")
        }
        return Bilingual(zh: text(.zh), en: text(.en))
    }
}
