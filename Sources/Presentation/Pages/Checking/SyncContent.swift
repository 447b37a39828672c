public import Compensation
import Federation

/// How far this node's copies of the others' logs are, and its own logs.
public struct SyncContent: PageContent {
    private let ownLogs: [OwnLogStatus]
    private let peers: [PeerLogStatus]

    public init(ownLogs: [OwnLogStatus], peers: [PeerLogStatus]) {
        self.ownLogs = ownLogs
        self.peers = peers
    }

    public let title = Bilingual(zh: "同步状态", en: "Synchronisation")
    public let path = ["sync"]

    public func markup(_ language: Language) -> Markup {
        .joined([
            .element(.p) {
                Bilingual(
                    zh: "各省与中央节点各自保存签名日志，本节点逐条核验后保留完整副本。任何一方事后改动历史，都会被发现并留下证据。",
                    en:
                        "Each province and the centre keep a signed log; this node verifies every entry and keeps a full copy. A history that is changed afterwards is detected, and leaves evidence."
                )(language)
            },
            DataTable(
                Bilingual(zh: "其他节点的日志", en: "Logs of other nodes"),
                [
                    DataTable.text("日志", "Log"), DataTable.text("节点", "Node"), DataTable.text("状态", "State"),
                    DataTable.number("已核验", "Verified"), DataTable.number("已知", "Known"),
                    DataTable.number("落后", "Lag"), DataTable.text("最近联系", "Last contact"),
                ],
                rows: peers.map { peer in
                    [
                        .element(.span, .class("digest")) { peer.origin.text }, Markup(peer.peer(language)),
                        .element(.span, .class("peer \(peer.state.rawValue)")) { peer.state.name(language) },
                        Markup(GroupedNumber.text(peer.verified)), Markup(GroupedNumber.text(peer.known)),
                        Markup(GroupedNumber.text(peer.known - peer.verified)), peer.lastContact?.minute ?? "–",
                    ]
                }
            ).markup(language),
            DataTable(
                Bilingual(zh: "本节点的日志", en: "Logs of this node"),
                [
                    DataTable.text("日志", "Log"), DataTable.number("条目", "Entries"),
                    DataTable.text("检查点时间", "Checkpoint"), DataTable.text("见证联署", "Cosigned by"),
                ],
                rows: ownLogs.map { log in
                    [
                        .element(.span, .class("digest")) { log.origin.text }, Markup(GroupedNumber.text(log.size)),
                        log.newest?.minute ?? "–",
                        Markup(log.cosignatures.asked > 0 ? log.cosignatures.text(language) : "–"),
                    ]
                }
            ).markup(language),
        ])
    }
}
