/// An answer that is waited for only so long.
enum PromptAnswer {
    /// What `work` gives, or `otherwise` where that takes longer than `patience`. What is too slow goes on by itself:
    /// a task group would wait for the slower of the two, however long that hangs.
    static func of<Value: Sendable>(
        within patience: Duration, otherwise: Value, _ work: @escaping @Sendable () async -> Value
    ) async -> Value {
        let (answers, first) = AsyncStream.makeStream(of: Value.self)
        let timer = Task {
            try? await Task.sleep(for: patience)
            first.yield(otherwise)
        }
        Task { first.yield(await work()) }
        defer { timer.cancel() }
        for await answer in answers { return answer }
        return otherwise
    }
}
