/// What a node cosigns as (C2SP tlog-cosignature): each with a name and a key of its own, because a cosignature does
/// not say under which name it was made.
public enum Cosigner: String, CaseIterable, Sendable {
    /// Has seen the tree, and no other of that log (C2SP tlog-witness).
    case witness
    /// Has stored every entry of the tree (C2SP tlog-mirror).
    case mirror

    /// The key name.
    public func name(of node: NodeName) -> String { "\(node.text)/\(rawValue)" }
}
