/// Where one log of a channel ends and the next begins, as their owners said it.
public struct EpochRegister: Sendable {
    public private(set) var opened: [EntryRecord<EpochOpenedEntry>] = []
    public private(set) var closed: [EntryRecord<EpochClosedEntry>] = []

    /// Only a log's first entry opens it, and only after an earlier one of the same node and channel.
    mutating func fold(_ record: EntryRecord<EpochOpenedEntry>) {
        let (log, previous) = (record.reference.log, record.body.previous.log)
        guard record.reference.index == 0, log.node == previous.node, log.channel == previous.channel,
            previous.epoch < log.epoch
        else { return }
        opened.place(record)
    }

    mutating func fold(_ record: EntryRecord<EpochClosedEntry>) {
        let (log, next) = (record.reference.log, record.body.next)
        guard log.node == next.node, log.channel == next.channel, log.epoch < next.epoch else { return }
        closed.place(record)
    }

    /// Logs that went on, or turned another way, after a later epoch had said where they end: whoever has the old key
    /// speaks on in a log that its owner has given up. `heads` are the logs as far as they are held.
    public func overrun(_ heads: [CutLog]) -> [EntryRecord<EpochOpenedEntry>] {
        opened.filter { record in
            let end = record.body.previous
            return heads.contains { head in
                head.log == end.log && (head.size > end.size || head.size == end.size && head.root != end.root)
            }
        }
    }
}
