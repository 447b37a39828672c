/// What the centre clears by itself: years that are over and lack nothing.
public struct ClearingNextSteps: Sendable {
    private let desk: ClearingDesk
    private let channel: ChannelName

    public init(_ desk: ClearingDesk, channel: ChannelName) {
        self.desk = desk
        self.channel = channel
    }

    public func due() throws -> [Draft] {
        try desk.agreements().flatMap { money in
            desk.cases(of: money).compactMap { clearing -> Draft? in
                guard clearing.isDue, clearing.isComplete, let next = clearing.next,
                    // A clearing that this program would not have said is for a person to look at first.
                    clearing.records.allSatisfy({ $0.standing == .stands || $0.isPassedOver })
                else { return nil }
                return Draft(channel: channel, entry: .clearing(next))
            }
        }
    }
}
