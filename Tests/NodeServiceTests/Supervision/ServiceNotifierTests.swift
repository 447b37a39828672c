import Foundation
import TestSupport
import Testing

@testable import NodeService

/// Datagrams as sd_notify(3) describes them, read from a real socket.
@Suite("Word to the service manager")
struct ServiceNotifierTests {
    @Test("By path and by abstract name", arguments: [false, true])
    func delivers(abstract: Bool) throws {
        let folder = try Folder()
        let name = abstract ? "@\(folder.url.path)" : folder.url.appending(path: "notify").path
        let socket = try #require(NotifySocket(name))
        let notifier = try #require(ServiceNotifier(environment: ["NOTIFY_SOCKET": name]))
        notifier.ready()
        #expect(socket.next(within: 1000) == ["READY=1"])
        notifier.status("一切正常\nREADY=1")
        #expect(socket.next(within: 1000) == ["STATUS=一切正常\u{FFFD}READY=1"], "a state is one line")
        notifier.alive()
        #expect(socket.next(within: 1000) == ["WATCHDOG=1"])
        notifier.stopping("bye")
        #expect(socket.next(within: 1000) == ["STOPPING=1", "STATUS=bye"])
    }

    @Test("Nobody listens: nothing happens")
    func lost() throws {
        let folder = try Folder()
        let nowhere = folder.url.appending(path: "none").path
        try #require(ServiceNotifier(environment: ["NOTIFY_SOCKET": nowhere])).ready()
        #expect(!FileManager.default.fileExists(atPath: nowhere))
    }

    @Test(
        "No socket, or none of this kind",
        arguments: [nil, "", "/", "@", "relative", "vsock:2:1234", "/" + String(repeating: "a", count: 107)])
    func none(name: String?) {
        #expect(ServiceNotifier(environment: name.map { ["NOTIFY_SOCKET": $0] } ?? [:]) == nil)
    }

    @Test("The longest path that a Unix socket can have")
    func longest() {
        #expect(ServiceNotifier(environment: ["NOTIFY_SOCKET": "/" + String(repeating: "a", count: 106)]) != nil)
    }

    @Test(
        "The watchdog, unless it is meant for another process",
        arguments: [
            (["WATCHDOG_USEC": "3000000"], 3_000),
            (["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "\(getpid())"], 3_000),
            (["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "1"], nil), (["WATCHDOG_USEC": "0"], nil),
            (["WATCHDOG_USEC": "soon"], nil), ([:], nil),
        ] as [([String: String], Int?)])
    func watchdog(environment: [String: String], milliseconds: Int?) throws {
        let all = environment.merging(["NOTIFY_SOCKET": "/run/none"]) { $1 }
        let notifier = try #require(ServiceNotifier(environment: all))
        #expect(notifier.watchdog == milliseconds.map { .milliseconds($0) })
    }
}
