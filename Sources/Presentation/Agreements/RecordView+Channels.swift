import Federation

extension RecordView {
    /// Everything said so far in these channels, with every correction; `nil`: in all of them.
    init(of docket: Docket, in channels: [ChannelName]?) {
        self.init(
            cut: docket.heads.filter { channels?.contains($0.log.channel) ?? true }, correctionsNotApplied: [])
    }
}
