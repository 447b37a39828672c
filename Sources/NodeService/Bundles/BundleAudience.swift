import Federation

/// Which logs a peer may be given in a bundle.
struct BundleAudience {
    let configuration: NodeConfiguration
    let docket: Docket

    /// An own log goes to its configured readers. Somebody else's is passed on only where the reader would have it
    /// from its origin too: `common` and `central` are open to all members, the channel of an agreement to the parties
    /// of that agreement and the centre. Nobody needs a copy of its own logs.
    func mayRead(_ origin: LogOrigin, _ reader: Member) -> Bool {
        guard origin.node != reader.node else { return false }
        if origin.node == configuration.node {
            return configuration.channels.contains {
                $0.channel == origin.channel && $0.epoch == origin.epoch && $0.mayRead(reader.node)
            }
        }
        guard let author = docket.roster.member(origin.node) else { return false }
        if ["common", "central"].contains(where: { origin.channel.text.sameBytes(as: $0) }) { return true }
        return docket.agreements.terms.contains { terms in
            terms.entry.channel == origin.channel && terms.entry.parties.contains(author.code)
                && (reader.role == .centre || terms.entry.parties.contains(reader.code))
        }
    }
}
