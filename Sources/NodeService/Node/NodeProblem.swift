import Federation

/// Why the node could not say something.
enum NodeProblem: Error {
    case noChannel(ChannelName)
    case cannotSign(LogOrigin)
}
