/// What a node is in the federation. The centre is the same program with another role.
public enum NodeRole: String, Sendable {
    /// 省级节点: a party to agreements.
    case province
    /// 中央节点: verifies, records, clears.
    case centre
}
