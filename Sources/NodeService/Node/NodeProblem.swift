import Federation

/// Why the node could not say something.
enum NodeProblem: Error {
    case noChannel(ChannelName)
    case cannotSign(LogOrigin)
    /// The configuration names a new epoch that `tongzhou epoch open` has not begun yet.
    case epochNotOpened(LogOrigin)
}
