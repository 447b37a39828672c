import HummingbirdCore
import NIOCore

/// The reading of one request's body, which goes on by itself: to cancel it would cut the connection before any answer.
struct BodyReading {
    private let task: Task<Result<[UInt8], IntakeProblem>, Never>

    /// Reads it once: the framework lets nobody begin a second time.
    ///
    /// What is beyond `largest` bytes is read and thrown away for as much again, because a connection that is closed
    /// before it takes the answer with it.
    init(_ body: RequestBody, largest: Int) {
        task = Task {
            var bytes: [UInt8] = []
            var count = 0
            do {
                for try await chunk in body {
                    count += chunk.readableBytes
                    if count <= largest { bytes.append(contentsOf: chunk.readableBytesView) } else { bytes = [] }
                    if count > 2 * largest { break }
                }
            } catch {
                // Cut off, or chunks that are none.
                return .failure(.malformed)
            }
            return count > largest ? .failure(.tooLarge) : .success(bytes)
        }
    }

    func result(within patience: Duration) async -> Result<[UInt8], IntakeProblem> {
        await PromptAnswer.of(within: patience, otherwise: .failure(.tooSlow)) { await task.value }
    }

    /// Waits until it has ended, as it does when the connection is closed.
    func end() async { _ = await task.value }
}
