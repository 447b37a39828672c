import NodeStore

/// Waits for a folder that a short command holds at this very moment: a `status` beside a starting service must not
/// keep the service from starting, nor two commands at once each other from being carried out.
enum FolderPatience {
    /// Longer than any command that only reads the state of an ordinary node.
    static let limit = Duration.seconds(10)
    private static let pause = Duration.milliseconds(100)

    /// The first result of `attempt` that is not `StoreError.locked`; throws that one when the limit has passed.
    static func use<T>(_ attempt: () async throws -> T) async throws -> T {
        let deadline = Deadline(after: limit)
        while true {
            do {
                return try await attempt()
            } catch StoreError.locked where deadline.left > .zero {
                try await Task.sleep(for: pause)
            }
        }
    }
}
