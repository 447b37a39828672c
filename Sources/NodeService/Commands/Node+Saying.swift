import Compensation
import Federation
import Presentation

extension Node {
    /// Decides and says it; the receipt lists every entry with what it says. With `dryRun` only the list is made.
    /// Decision and entries are one step: what another operator does at the same time comes before or after it.
    func say(
        dryRun: Bool, _ decide: @escaping @Sendable (NodeView) throws -> (Bilingual, [Draft])
    ) async throws -> ActionReceipt {
        if dryRun {
            let (message, drafts) = try decide(view)
            for draft in drafts { try requireChannel(draft.channel) }
            return ActionReceipt(message, entries: [], written: drafts.map(WrittenEntry.init), dryRun: true)
        }
        let ((message, drafts), places) = try await act { view in
            let (message, drafts) = try decide(view)
            for draft in drafts { try self.requireChannel(draft.channel) }
            return ((message, drafts), drafts)
        }
        return ActionReceipt(message, entries: places, written: drafts.map(WrittenEntry.init))
    }

    private nonisolated func requireChannel(_ channel: ChannelName) throws {
        guard configuration.origin(of: channel) == nil else { return }
        throw CommandFailure(
            zh: "本节点没有通道 \(channel.text)；请在 node.yaml 的 channels 中配置。",
            en: "This node has no channel \(channel.text); configure it under channels in node.yaml.")
    }
}
