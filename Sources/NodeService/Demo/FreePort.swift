import Foundation

/// TCP ports of the loopback interface that nobody uses right now.
///
/// Taken below the range from which the system gives ports to outgoing connections: a node that is down for a
/// moment would otherwise find its port in use as somebody's source port. And above the range from which the tests of
/// whole nodes take theirs: nodes that they have stopped for a while keep their ports.
enum FreePort {
    private static let range = 24_000..<32_000

    /// `count` different ports; where the search begins differs from process to process.
    static func find(_ count: Int) throws -> [Int] {
        let offset = Int(getpid()) * 7 % range.count
        var found: [Int] = []
        for step in 0..<range.count where found.count < count {
            let port = range.lowerBound + (offset + step) % range.count
            if isFree(port) { found.append(port) }
        }
        guard found.count == count else { throw DemoFailure("no free port") }
        return found
    }

    private static func isFree(_ port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        address.sin_port = in_port_t(port).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}
