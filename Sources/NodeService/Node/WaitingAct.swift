import Federation

/// A decision that waits to be taken and said.
struct WaitingAct: Sendable {
    /// What to say, and whom to tell where it stands.
    typealias Decision = (drafts: [Draft], done: @Sendable ([EntryReference]) -> Void)

    let decide: @Sendable (NodeView) throws -> Decision
    let failed: @Sendable (any Error) -> Void

    /// - Parameter tell: called once, with the decision's value and the places of its entries, or with why not.
    init<Value: Sendable>(
        _ decide: @escaping @Sendable (NodeView) throws -> (Value, [Draft]),
        _ tell: @escaping @Sendable (Result<(Value, [EntryReference]), any Error>) -> Void
    ) {
        self.decide = { view in
            let (value, drafts) = try decide(view)
            return (drafts, { tell(.success((value, $0))) })
        }
        failed = { tell(.failure($0)) }
    }
}
