extension Docket {
    /// A log that this one continues, back to the first of its channel, and of which nothing is held; nil where all of
    /// them are held. What stands in a log without its beginning cannot be counted by anybody.
    public func missingBefore(_ log: LogOrigin) -> LogOrigin? {
        var log = log
        // Every step leads to an earlier epoch.
        while let opened = epochs.opened.first(where: { $0.reference.log == log }) {
            log = opened.body.previous.log
            guard head(of: log) != nil else { return log }
        }
        return nil
    }
}
