public import Compensation
public import Federation

/// What `status` shows: am I fine, who lags, what waits for whom.
public struct StatusReport: Report {
    public let member: Member
    public let now: Timestamp
    public let running: Bool
    public let ownLogs: [OwnLogStatus]
    public let peers: [PeerLogStatus]
    public let settlements: [SettlementSummary]
    public let conditions: [Condition]

    public init(
        member: Member, now: Timestamp, running: Bool, ownLogs: [OwnLogStatus], peers: [PeerLogStatus],
        settlements: [SettlementSummary], conditions: [Condition]
    ) {
        self.member = member
        self.now = now
        self.running = running
        self.ownLogs = ownLogs
        self.peers = peers
        self.settlements = settlements
        self.conditions = conditions.sorted { $0.code.severity > $1.code.severity }
    }

    /// The worst severity present; `nil` when nothing needs attention.
    public var worst: Severity? { conditions.map(\.code.severity).max() }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("node", .string(member.node.text)), ("party", .string(member.code.text)),
            ("role", .string(member.role.rawValue)), ("now", .string(now.text)), ("running", .bool(running)),
            ("verdict", .string(worst?.rawValue ?? "ok")), ("own_logs", .array(ownLogs.map(\.json))),
            ("peers", .array(peers.map(\.json))), ("settlements", .array(settlements.map(\.json))),
            (
                "conditions",
                .array(
                    conditions.map {
                        .members([
                            ("code", .string($0.code.rawValue)), ("severity", .string($0.code.severity.rawValue)),
                            ("subject", .string($0.subject)), ("detail", .string($0.detail)),
                        ])
                    })
            ),
        ])
    }

    public func text(_ language: Language) -> String {
        var lines = [headline(language), ""]
        lines += logTable(language) + cosignatureTable(language)
        if !settlements.isEmpty { lines += ["", SettlementSummary.table(settlements, language)] }
        if !conditions.isEmpty { lines += [""] + attention(language) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func headline(_ language: Language) -> String {
        let count = conditions.filter { $0.code.severity > .notice }.count
        let state =
            !running
            ? Bilingual(zh: "未运行", en: "not running")
            : count == 0
                ? Bilingual(zh: "运行中，一切正常", en: "running, all well")
                : Bilingual(zh: "运行中，\(count) 项需要处理", en: "running, \(count) need attention")
        return "\(TerminalText.visible(member.name(language))) (\(member.node.text))   \(state(language))"
    }

    private func logTable(_ language: Language) -> [String] {
        let header = [
            Bilingual(zh: "日志", en: "log"), Bilingual(zh: "节点", en: "node"), Bilingual(zh: "状态", en: "state"),
            Bilingual(zh: "已核验", en: "verified"), Bilingual(zh: "已知", en: "known"),
            Bilingual(zh: "落后", en: "lag"), Bilingual(zh: "最近联系", en: "last contact"),
        ].map { $0(language) }
        let own = ownLogs.map { log in
            [
                log.origin.text, member.name(language), Bilingual(zh: "自有", en: "own")(language), "\(log.size)",
                "\(log.size)", "0", "",
            ]
        }
        let mirrored = peers.map { peer in
            [
                peer.origin.text, peer.peer(language), peer.state.name(language), "\(peer.verified)",
                "\(peer.known)", "\(peer.known - peer.verified)",
                peer.lastContact.map { ago($0, language) } ?? "-",
            ]
        }
        return [TextTable.rendered(header, rightAligned: [3, 4, 5], rows: own + mirrored)]
    }

    /// Left out where there is nobody to ask.
    private func cosignatureTable(_ language: Language) -> [String] {
        let asked = ownLogs.filter { $0.cosignatures.asked > 0 }
        guard !asked.isEmpty else { return [] }
        let header = [Bilingual(zh: "自有日志", en: "own log"), Bilingual(zh: "见证联署", en: "cosigned by")].map {
            $0(language)
        }
        let rows = asked.map { [$0.origin.text, $0.cosignatures.text(language)] }
        return ["", TextTable.rendered(header, rightAligned: [], rows: rows)]
    }

    private func ago(_ then: Timestamp, _ language: Language) -> String {
        let seconds = max(0, now.secondsSinceEpoch - then.secondsSinceEpoch)
        return switch seconds {
        case ..<120: Bilingual(zh: "\(seconds) 秒前", en: "\(seconds) s ago")(language)
        case ..<7200: Bilingual(zh: "\(seconds / 60) 分钟前", en: "\(seconds / 60) min ago")(language)
        case ..<172_800: Bilingual(zh: "\(seconds / 3600) 小时前", en: "\(seconds / 3600) h ago")(language)
        default: Bilingual(zh: "\(seconds / 86_400) 天前", en: "\(seconds / 86_400) d ago")(language)
        }
    }

    private func attention(_ language: Language) -> [String] {
        let title = Bilingual(zh: "需要关注 \(conditions.count) 项", en: "\(conditions.count) to look at")(language)
        return [title]
            + conditions.flatMap { condition -> [String] in
                let detail = condition.detail.isEmpty ? "" : " (\(TerminalText.visible(condition.detail)))"
                let subject = TerminalText.visible(condition.subject)
                return [
                    "  \(condition.code.rawValue)  \(subject)  \(condition.code.text(language))\(detail)",
                    "          → \(condition.code.advice(language))",
                ]
            }
    }
}
