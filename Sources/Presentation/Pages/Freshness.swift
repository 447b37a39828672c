import Compensation
public import Federation

/// How old what a page shows may be; every page says it, a stale one on top.
public struct Freshness: Sendable {
    /// One log that the page rests on, as far as it is verified here.
    public struct Head: Sendable {
        public let origin: LogOrigin
        /// Entries verified.
        public let size: Int
        /// When its owner was last heard; `nil`: never since the node started.
        public let heardAt: Timestamp?

        public init(origin: LogOrigin, size: Int, heardAt: Timestamp?) {
            self.origin = origin
            self.size = size
            self.heardAt = heardAt
        }
    }

    /// To the minute: within one, a page is the same.
    public let now: Timestamp
    /// In the order of the origins.
    private let heads: [Head]
    private let patience: Int64

    /// - Parameter staleAfterSeconds: a log not heard of for longer is stale.
    public init(now: Timestamp, heads: [Head], staleAfterSeconds: Int64) {
        self.now = Timestamp(secondsSinceEpoch: now.secondsSinceEpoch - now.secondsSinceEpoch % 60)
        self.heads = heads
        patience = staleAfterSeconds
    }

    /// Of a page that rests on no log.
    public static func unknown(_ now: Timestamp) -> Freshness { Freshness(now: now, heads: [], staleAfterSeconds: 0) }

    private var stale: [Head] {
        heads.filter { head in
            head.heardAt.map { now.secondsSinceEpoch - $0.secondsSinceEpoch > patience } ?? true
        }
    }

    /// Only on a stale page.
    func warning(_ language: Language) -> Markup {
        let stale = stale
        guard !stale.isEmpty else { return .none }
        let lines = stale.map { line(of: $0, language) }
        let shown = PageBudget.fitting(lines, bytes: 4_000)
        return .element(.div, .class("warning"), .role("status")) {
            Markup.element(.p) {
                Bilingual(
                    zh: "本页内容可能不是最新：以下日志已有一段时间没有收到对方的最新状态。",
                    en: "This page may be out of date: nothing was heard of these logs for some time.")(language)
            }
            Markup.element(.ul) {
                shown
                if shown.count < lines.count {
                    Markup.element(.li) {
                        Bilingual(
                            zh: "另有 \(lines.count - shown.count) 条日志，见“同步状态”",
                            en: "\(lines.count - shown.count) more logs, see Synchronisation")(language)
                    }
                }
            }
        }
    }

    private func line(of head: Head, _ language: Language) -> Markup {
        .element(.li) {
            head.origin.text
            Bilingual(zh: "（最近联系：", en: " (last heard: ")(language)
            head.heardAt?.minute ?? Markup(Bilingual(zh: "启动以来尚未联系上", en: "never since the start")(language))
            Bilingual(zh: "）", en: ")")(language)
        }
    }

    /// How far the logs are verified, and since when the one heard of longest ago is silent.
    func line(_ language: Language) -> Markup {
        let entries = GroupedNumber.text(heads.reduce(0) { $0 + $1.size })
        let oldest = heads.compactMap(\.heardAt).min() ?? now
        return .element(.p, .class("freshness")) {
            Bilingual(
                zh: "数据已核验至 \(heads.count) 条日志的共 \(entries) 个条目，截至 ",
                en: "Verified up to \(entries) entries of \(heads.count) logs, as of ")(language)
            oldest.minute
            Bilingual(zh: "。", en: ".")(language)
        }
    }
}
