import Compensation
import Federation
import Presentation

/// Begins the logs of a raised epoch.
struct EpochDesk {
    let node: Node

    func open(_ dryRun: Bool) async throws -> ActionReceipt {
        let planned = try await node.unopenedEpochs
        guard !planned.isEmpty else {
            return ActionReceipt(
                Bilingual(
                    zh: "没有待启用的期次；先在 node.yaml 的 channels 中提高 epoch。",
                    en: "No epoch waits to be opened; raise epoch under channels in node.yaml first."), entries: [])
        }
        var lines: [Bilingual] = []
        for (previous, next) in planned {
            lines.append(
                try await node.canClose(previous)
                    ? Bilingual(
                        zh: "\(previous.text) 以 epoch-closed 结束，\(next.text) 以 epoch-opened 开始",
                        en: "\(previous.text) ends with epoch-closed, \(next.text) begins with epoch-opened")
                    : Bilingual(
                        zh: "\(previous.text) 不再签署（密钥不在手边，或已证明有两份历史）；\(next.text) 以 epoch-opened 开始",
                        en:
                            "\(previous.text) is signed no further: its key is not at hand, or two histories of it are proven; \(next.text) begins with epoch-opened"
                    ))
        }
        let places = dryRun ? [] : try await node.openEpochs()
        let logs = Set(planned.map(\.previous) + planned.map(\.next)).sorted().map { "\($0.channel.text)/\($0.epoch)" }
            .joined(separator: ", ")
        let plan = Bilingual(
            zh: lines.map(\.zh).joined(separator: "\n"), en: lines.map(\.en).joined(separator: "\n"))
        return ActionReceipt(
            dryRun
                ? Bilingual(zh: "将执行：\n\(plan.zh)\n未写入任何内容。", en: "Would do:\n\(plan.en)\nNothing was written.")
                : Bilingual(
                    zh: "\(plan.zh)\n请各邻居在本节点的节点文件 logs 中列出新旧两条日志：\(logs)",
                    en: "\(plan.en)\nEvery neighbour lists both logs under logs in this node's peer file: \(logs)"),
            entries: places)
    }
}
