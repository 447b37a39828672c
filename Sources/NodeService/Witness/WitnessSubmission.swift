import Federation
import TransparencyLog

/// An own checkpoint on its way to a peer's witness.
struct WitnessSubmission: Sendable {
    let origin: LogOrigin
    let checkpoint: VerifiedCheckpoint
    /// Body of the request.
    let body: [UInt8]
}
