import TransparencyLog

/// What can happen to a mirror.
public enum MirrorEvent: Sendable {
    /// The origin answered with a checkpoint; bytes as received.
    case checkpoint([UInt8])
    /// The resources last asked for, in the order asked; `nil` for one that was not there.
    case fetched([[UInt8]?])
    /// The batch last handed out is durable.
    case committed
}
