import Federation

/// Which logs a peer may be given in a bundle.
struct BundleAudience {
    let configuration: NodeConfiguration
    let docket: Docket

    /// An own log goes to its configured readers, those of earlier epochs on as on the wire; somebody else's goes to the
    /// readers of its mirror. A peer's own logs are sent back to it only when that is asked for, and nothing else with
    /// them.
    func mayRead(_ origin: LogOrigin, _ reader: Member) -> Bool {
        guard origin.node != reader.node else { return false }
        guard origin.node == configuration.node else { return MirrorAudience.mayRead(origin, reader.node, docket) }
        return configuration.channels.contains {
            $0.channel == origin.channel && origin.epoch <= $0.epoch && $0.mayRead(reader.node)
        }
    }
}
