public import Foundation
import Synchronization

/// Where the simulated machines' disks lie: in memory, where the system offers it.
public enum SimulationFolder {
    private static let count = Atomic<Int>(0)

    /// A path of this run alone; nothing is made.
    public static func new() -> URL {
        let memory = URL(filePath: "/dev/shm")
        let base = access(memory.path, W_OK) == 0 ? memory : FileManager.default.temporaryDirectory
        let number = count.wrappingAdd(1, ordering: .relaxed).newValue
        return base.appending(path: "tongzhou-sim-\(getpid())-\(number)")
    }
}
