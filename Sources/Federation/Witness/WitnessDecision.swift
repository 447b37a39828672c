/// What a witness does with a request.
public enum WitnessDecision: Sendable, Equatable {
    /// Cosign, keep the new record, then answer.
    case cosign
    /// Answer with the refusal's status; the record stays.
    case refuse(WitnessRefusal)
}
