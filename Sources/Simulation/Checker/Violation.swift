/// A promise of the system that a run has seen broken.
public struct Violation: Error, Equatable, Sendable {
    /// Stable, for comparing while shrinking, such as `forked-history`.
    public let code: String
    public let detail: String

    public init(_ code: String, _ detail: String) {
        self.code = code
        self.detail = detail
    }
}
