import Compensation

/// Who may read a mirrored copy of a log: whoever may read the log itself, as far as this node can know.
public enum MirrorAudience {
    /// The origin's own node; all members where every member may read; elsewhere the centre and the parties of the
    /// agreements in that channel that the origin's own party has signed: it named them as its audience itself, so
    /// nobody becomes a reader by drafting an agreement.
    public static func mayRead(_ origin: LogOrigin, _ reader: NodeName, _ docket: Docket) -> Bool {
        guard let member = docket.roster.member(reader), let owner = docket.roster.member(origin.node) else {
            return false
        }
        if member.node == owner.node || member.role == .centre { return true }
        if ["common", "central"].contains(where: { origin.channel.text.sameBytes(as: $0) }) { return true }
        return docket.agreements.terms.contains { terms in
            terms.entry.channel == origin.channel && terms.signedBy.contains(owner.code)
                && terms.entry.parties.contains(member.code)
        }
    }
}
