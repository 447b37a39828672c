/// One step of a plan. Whatever it leaves open is drawn from its own seed, so that leaving out another step changes
/// nothing here.
public struct Step: Hashable, Sendable {
    public let action: Action
    public let seed: UInt64
    /// Simulated seconds that the world runs on after it.
    public let seconds: Int
}
