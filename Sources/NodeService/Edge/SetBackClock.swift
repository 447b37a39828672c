import Federation

/// The machine's clock some days ago, for demonstrations in which a deadline passes.
struct SetBackClock: NodeClock {
    let days: Int

    var now: Timestamp {
        Timestamp(secondsSinceEpoch: SystemClock().now.secondsSinceEpoch - Int64(days) * 86_400)
    }
}
