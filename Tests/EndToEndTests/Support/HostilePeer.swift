import Foundation

/// `hostile_peer.py` in the place of one node of a federation: a log written by another implementation, signed with
/// that node's own key, and spoilt as a test asks.
final class HostilePeer {
    let node: TestNode
    private let process: ChildProcess
    private let control: String
    private let errors: String
    private var step = 0
    /// Entries of the honest log as last served.
    private(set) var size: Int

    private let channel: String
    var origin: String { "\(node.name)/\(channel)/1" }

    /// `entries` is a file with one entry a line; without it they are made up.
    init(
        as node: TestNode, in federation: TestFederation, size: Int, channel: String = "common", entries: String? = nil
    ) async throws {
        self.node = node
        self.channel = channel
        self.size = size
        control = federation.scratch("control.json")
        errors = federation.scratch("hostile.err")
        let output = federation.scratch("hostile.out")
        try Self.write(control, step: 0, fault: "none", from: 0, size: size)
        process = try ChildProcess(
            ProgramUnderTest.file(".build-venv/bin/python3"),
            [
                ProgramUnderTest.file("Tests/EndToEndTests/Judges/hostile_peer.py"), "--port", "\(node.port)", "--cert",
                federation.certificate(node), "--key", federation.key(node), "--ca", federation.authority, "--seed",
                "\(node.folder)/keys/log.key", "--name", node.name, "--control", control, "--channel", channel,
            ] + (entries.map { ["--entries", $0] } ?? []), output: output, errors: errors)
        try await Eventually.holds("the hostile peer serves: \(Run.text(errors))") {
            Run.text(output).contains("serving")
        }
    }

    /// Entry `index` of its honest log.
    static func entry(_ index: Int) -> Data {
        var entry = Data("entry \(index)".utf8)
        if (1024..<1280).contains(index) { entry += Data(repeating: UInt8(ascii: "."), count: 65_535 - entry.count) }
        return entry
    }

    /// From now on the log has `size` entries and is spoilt by `fault`; parked requests are answered.
    func serve(_ fault: String, size: Int) throws {
        step += 1
        try Self.write(control, step: step, fault: fault, from: self.size, size: size)
        if fault == "none" { self.size = size }
    }

    /// What it could not do itself; a mistake of the test.
    var complaints: String { Run.text(errors) }

    private static func write(_ file: String, step: Int, fault: String, from: Int, size: Int) throws {
        let text = #"{"step":\#(step),"fault":"\#(fault)","from":\#(from),"size":\#(size)}"#
        // Atomic: the server reads it at any moment.
        try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
    }

    func stop() async throws {
        process.send(SIGTERM)
        _ = try await process.end()
    }
}
