import Foundation
import Synchronization

/// Ports outside the range that the system gives out by itself, so that nobody takes one in between, and outside the
/// range of the demonstration (`FreePort`), which another test process may be telling meanwhile.
enum LoopbackPort {
    /// Never given twice: the port of a node that is stopped for a while is free, but not to be had.
    private static let given = Mutex<Set<Int>>([])

    static func free() throws -> Int {
        for _ in 0..<200 {
            let port = Int.random(in: 18_000..<24_000)
            if given.withLock({ $0.insert(port).inserted }), isReserved(port), isFree(port) { return port }
        }
        throw TestProblem("no free port")
    }

    /// Among the test processes of this machine, of which several run at once; kept until this one ends.
    private static func isReserved(_ port: Int) -> Bool {
        let path = "\(FileManager.default.temporaryDirectory.path)/tongzhou-port-\(port)"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return false
        }
        return true
    }

    private static func isFree(_ port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}
