import Compensation
public import Federation

/// One revocation list in the node's file, or why the file cannot be used.
public struct RevocationListCard: Sendable {
    let issuer: String?
    let thisUpdate: Timestamp?
    let nextUpdate: Timestamp?
    let problem: CertificateCard.Problem?

    public init(issuer: String, thisUpdate: Timestamp, nextUpdate: Timestamp) {
        self.issuer = issuer
        self.thisUpdate = thisUpdate
        self.nextUpdate = nextUpdate
        problem = nil
    }

    public init(problem: CertificateCard.Problem) {
        issuer = nil
        thisUpdate = nil
        nextUpdate = nil
        self.problem = problem
    }

    func needsAttention(_ now: Timestamp) -> Bool { problem != nil || nextUpdate.map { $0 < now } ?? false }

    var json: JSONValue {
        .members([
            ("issuer", issuer.map { .string($0) }), ("this_update", thisUpdate.map { .string($0.text) }),
            ("next_update", nextUpdate.map { .string($0.text) }), ("problem", problem.map { .string($0.code) }),
        ])
    }

    func line(_ language: Language, _ now: Timestamp) -> String {
        guard let issuer, let thisUpdate, let nextUpdate else {
            return TerminalText.visible(problem?.text(language) ?? "")
        }
        let age = RelativeTime.ago(thisUpdate, now: now)
        let (from, next) = (thisUpdate.text.prefix(10), nextUpdate.text.prefix(10))
        let late = nextUpdate < now ? Bilingual(zh: "，已过期限", en: ", overdue") : Bilingual(zh: "", en: "")
        return TerminalText.visible(
            Bilingual(
                zh: "吊销列表 \(issuer)：\(from) 签发（\(age.zh)），下次更新 \(next)\(late.zh)",
                en: "revocation list of \(issuer): of \(from) (\(age.en)), next update \(next)\(late.en)")(language))
    }
}
