import Foundation

/// The service manager's end of sd_notify(3): a Unix datagram socket.
public final class NotifySocket {
    /// What `NOTIFY_SOCKET` says: a path, or `@` and a name in Linux's abstract space.
    public let name: String
    private let descriptor: Int32

    /// `nil` when the socket cannot be made.
    public init?(_ name: String) {
        self.name = name
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = Array(name.utf8)
        let bytes = name.hasPrefix("@") ? [0] + path.dropFirst() : path + [0]
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
        guard bound == 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// The lines of the next datagram; `nil` when none comes in time.
    public func next(within milliseconds: Int32) -> [String]? {
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&wait, 1, milliseconds) == 1 else { return nil }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count >= 0 else { return nil }
        return String(decoding: buffer.prefix(count), as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
