public import Compensation
import Federation

/// The screen: verdict, own logs, this period, peers, what to do.
extension StatusReport {
    public func text(_ language: Language) -> String { text(language, wide: false) }

    /// Every log and every settlement, with roots and cosigners.
    public func wideText(_ language: Language) -> String { text(language, wide: true) }

    private func text(_ language: Language, wide: Bool) -> String {
        var lines = [headline(language)]
        lines += wide ? [""] + ownTable(language) : ownLine(language)
        let settlements = wide ? settlements : current
        if !settlements.isEmpty { lines += ["", SettlementSummary.table(settlements, language)] }
        if !peers.isEmpty { lines += [""] + (wide ? logTable(language) : neighbourTable(language)) }
        if !conditions.isEmpty { lines += [""] + attention(language) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func headline(_ language: Language) -> String {
        let count = conditions.filter { $0.code.severity > .notice }.count
        let state =
            if !running {
                conditions.contains { $0.code == .nodeSilent }
                    ? Bilingual(zh: "没有答复", en: "no answer") : Bilingual(zh: "未运行", en: "not running")
            } else if count > 0 {
                Bilingual(zh: "运行中，\(count) 项需要处理", en: "running, \(count) need attention")
            } else if !isInSync {
                Bilingual(zh: "运行中，尚未同步", en: "running, not in sync yet")
            } else {
                Bilingual(zh: "运行中，一切正常", en: "running, all well")
            }
        var parts = ["\(TerminalText.visible(member.name(language))) (\(member.node.text))   \(state(language))"]
        if !version.isEmpty { parts.append(Bilingual(zh: "版本 \(version)", en: "v\(version)")(language)) }
        if let started {
            let length = RelativeTime.length(now.secondsSinceEpoch - started.secondsSinceEpoch)
            parts.append(Bilingual(zh: "已运行 \(length.zh)", en: "up \(length.en)")(language))
        }
        if let asOf {
            let ago = RelativeTime.ago(asOf, now: now)
            parts.append(
                Bilingual(
                    zh: "以下为旧状态，最新条目 \(asOf.text)（\(ago.zh)）",
                    en: "old state, newest entry of \(asOf.text) (\(ago.en))")(
                        language))
        }
        return parts.joined(separator: " · ")
    }

    private func ownLine(_ language: Language) -> [String] {
        let size = GroupedNumber.text(ownLogs.reduce(0) { $0 + $1.size })
        var parts = [Bilingual(zh: "自有日志 \(size) 条", en: "own logs: \(size) entries")(language)]
        if let newest = ownLogs.compactMap(\.newest).max() {
            let ago = RelativeTime.ago(newest, now: now)
            parts.append(Bilingual(zh: "检查点 \(ago.zh)", en: "checkpoint \(ago.en)")(language))
        }
        // The log with the fewest: what all of them have.
        let asked = ownLogs.map(\.cosignatures).filter { $0.asked > 0 }
        if let least = asked.min(by: { $0.witnesses.count < $1.witnesses.count }) {
            let count = "\(least.witnesses.count)/\(least.asked)"
            parts.append(Bilingual(zh: "见证联署 \(count)", en: "cosigned by \(count)")(language))
        }
        return [parts.joined(separator: " · ")]
    }

    /// The newest settlement of each agreement, and every one that waits for somebody.
    private var current: [SettlementSummary] {
        settlements.enumerated().filter { position, summary in
            !summary.duties.isEmpty
                || !settlements[(position + 1)...].contains {
                    $0.settlement.key.agreement == summary.settlement.key.agreement
                }
        }.map(\.element)
    }

    private func neighbourTable(_ language: Language) -> [String] {
        let header = [
            Bilingual(zh: "邻居", en: "peer"), Bilingual(zh: "状态", en: "state"),
            Bilingual(zh: "已核验 / 已知", en: "verified / known"), Bilingual(zh: "落后", en: "lag"),
            Bilingual(zh: "最近联系", en: "last contact"), Bilingual(zh: "证书到期", en: "certificate ends"),
        ].map { $0(language) }
        let rows = neighbours.map { peer in
            [
                peer.name(language), peer.state.name(language),
                "\(GroupedNumber.text(peer.verified)) / \(GroupedNumber.text(peer.known))",
                GroupedNumber.text(peer.known - peer.verified), contact(peer.lastContact, language),
                certificate(peer.certificateEnd, language),
            ]
        }
        return [TextTable.rendered(header, rightAligned: [2, 3], rows: rows)]
    }

    private func logTable(_ language: Language) -> [String] {
        let header = [
            Bilingual(zh: "日志", en: "log"), Bilingual(zh: "邻居", en: "peer"), Bilingual(zh: "状态", en: "state"),
            Bilingual(zh: "已核验", en: "verified"), Bilingual(zh: "已知", en: "known"),
            Bilingual(zh: "落后", en: "lag"), Bilingual(zh: "最近联系", en: "last contact"),
            Bilingual(zh: "证书到期", en: "certificate ends"),
        ].map { $0(language) }
        let rows = peers.map { peer in
            [
                peer.origin.text, peer.peer(language), peer.state.name(language), GroupedNumber.text(peer.verified),
                GroupedNumber.text(peer.known), GroupedNumber.text(peer.known - peer.verified),
                contact(peer.lastContact, language), certificate(peer.certificateEnd, language),
            ]
        }
        return [TextTable.rendered(header, rightAligned: [3, 4, 5], rows: rows)]
    }

    private func ownTable(_ language: Language) -> [String] {
        let header = [
            Bilingual(zh: "自有日志", en: "own log"), Bilingual(zh: "条目", en: "entries"),
            Bilingual(zh: "检查点", en: "checkpoint"), Bilingual(zh: "根", en: "root"),
            Bilingual(zh: "见证联署", en: "cosigned by"),
        ].map { $0(language) }
        let rows = ownLogs.map { log in
            [
                log.origin.text, GroupedNumber.text(log.size), contact(log.newest, language),
                String(log.rootHex.prefix(16)), log.cosignatures.asked > 0 ? log.cosignatures.text(language) : "-",
            ]
        }
        return [TextTable.rendered(header, rightAligned: [1], rows: rows)]
    }

    private func contact(_ moment: Timestamp?, _ language: Language) -> String {
        moment.map { RelativeTime.ago($0, now: now)(language) } ?? "-"
    }

    private func certificate(_ end: Timestamp?, _ language: Language) -> String {
        guard let end else { return "-" }
        let left = RelativeTime.left(until: end, now: now).map { "  " + $0(language) }
        return end.text.prefix(10) + (left ?? "")
    }

    private func attention(_ language: Language) -> [String] {
        let title = Bilingual(zh: "需要处理 \(conditions.count) 项", en: "\(conditions.count) to look at")(language)
        let indent = "          "
        return [title]
            + conditions.enumerated().flatMap { position, condition -> [String] in
                let subject = TerminalText.visible(condition.subject)
                var lines = ["  \(condition.code.rawValue)  \(subject)  \(condition.code.text(language))"]
                let detail = condition.explanation?(language) ?? condition.detail
                if !detail.isEmpty { lines.append(indent + TerminalText.visible(detail)) }
                // Several logs of one peer: what to do is said once, below the last.
                let next = conditions.dropFirst(position + 1).first
                guard next?.code != condition.code || next?.command != condition.command else { return lines }
                lines.append(indent + "→ \(condition.code.advice(language))")
                return lines + (condition.command.map { [indent + "$ " + TerminalText.visible($0)] } ?? [])
            }
    }
}
