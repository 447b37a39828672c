import Foundation
import Presentation

/// Tells the service manager how this process is doing: one datagram to the socket it names, as sd_notify(3) describes.
///
/// A manager that does not listen is no reason to stop: whatever cannot be delivered is lost.
public struct ServiceNotifier: Sendable {
    /// What `sun_path` holds: a path with its final zero, or a name in Linux's abstract space after a zero.
    private let address: [UInt8]
    /// How often the manager wants to hear that the process is alive; `nil` when it does not.
    public let watchdog: Duration?

    private static let longest = MemoryLayout.size(ofValue: sockaddr_un().sun_path)

    /// - Parameter environment: `NOTIFY_SOCKET`, `WATCHDOG_USEC`, `WATCHDOG_PID`. `nil` when nobody waits for word.
    public init?(environment: [String: String]) {
        guard let name = environment["NOTIFY_SOCKET"].map({ Array($0.utf8) }), name.count > 1 else { return nil }
        switch name[0] {
        case UInt8(ascii: "/"): address = name + [0]
        case UInt8(ascii: "@"): address = [0] + name.dropFirst()
        default: return nil
        }
        guard address.count <= Self.longest else { return nil }
        let meant = environment["WATCHDOG_PID"].map { $0 == "\(getpid())" } ?? true
        let interval = environment["WATCHDOG_USEC"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        watchdog = meant ? interval.map { .microseconds($0) } : nil
    }

    /// `READY=1`: everything is loaded and served.
    func ready() { send(["READY=1"]) }

    /// `STOPPING=1`, with words for people.
    func stopping(_ status: String) { send(["STOPPING=1", Self.line(status)]) }

    /// One line that `systemctl status` shows.
    func status(_ text: String) { send([Self.line(text)]) }

    /// `WATCHDOG=1`: still alive.
    func alive() { send(["WATCHDOG=1"]) }

    private static func line(_ text: String) -> String { "STATUS=\(TerminalText.visible(text))" }

    private func send(_ lines: [String]) {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var target = sockaddr_un()
        target.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &target.sun_path) { $0.copyBytes(from: address) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + address.count)
        let message = Array(lines.joined(separator: "\n").utf8)
        withUnsafePointer(to: &target) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = sendto(descriptor, message, message.count, Int32(MSG_DONTWAIT), $0, length)
            }
        }
    }
}
