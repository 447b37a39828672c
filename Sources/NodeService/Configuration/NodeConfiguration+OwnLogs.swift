import Federation
import NodeStore

extension NodeConfiguration {
    /// The own logs of all epochs, as far as the configuration and stored logs tell; sorted.
    func ownLogs(with file: LogFile) throws -> [LogOrigin] {
        let stored = try file.ownLogs().filter { $0.node == node }
        return Set(origins + earlierOrigins + stored).sorted()
    }
}
