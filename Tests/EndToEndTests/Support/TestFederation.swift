import Foundation

/// Chongqing, Hunan and the centre on loopback, each as an operator would set it up; the folder goes with the value.
final class TestFederation {
    static let codes = ["500000", "430000", "100000"]

    let scratch: ScratchFolder
    let chongqing: TestNode
    let hunan: TestNode
    let centre: TestNode
    var nodes: [TestNode] { [chongqing, hunan, centre] }

    /// - Parameter options: further options of `init`, by code.
    init(_ options: [String: [String]] = [:]) async throws {
        let scratch = try ScratchFolder()
        self.scratch = scratch
        let names = Self.codes.map { "\($0).tongzhou.test" }
        try await Run.done(["certs", "--folder", scratch("certs")] + names)
        try FileManager.default.createDirectory(atPath: scratch("peers"), withIntermediateDirectories: true)
        var nodes: [TestNode] = []
        for code in Self.codes {
            let node = TestNode(code: code, folder: scratch(code), port: try LoopbackPort.free())
            let others = names.filter { $0 != node.name }.joined(separator: ",")
            // The agreement's channel belongs to its parties; the centre only reads it.
            let readers = code == "100000" ? [] : ["--readers", "youshui=\(others)"]
            try await Run.done(
                [
                    "init", node.folder, "--facts", ProgramUnderTest.file("peers/\(code).yaml"), "--certs",
                    scratch("certs"), "--peers", scratch("peers"), "--port", "\(node.port)",
                ] + readers + options[code, default: []])
            try FileManager.default.copyItem(
                atPath: "\(node.folder)/\(node.name).yaml", toPath: scratch("peers/\(node.name).yaml"))
            nodes.append(node)
        }
        chongqing = nodes[0]
        hunan = nodes[1]
        centre = nodes[2]
    }

    func certificate(_ node: TestNode) -> String { scratch("certs/\(node.name).pem") }
    func key(_ node: TestNode) -> String { scratch("certs/\(node.name).key") }
    var authority: String { scratch("certs/ca.pem") }

    func start(_ nodes: TestNode...) async throws {
        for node in nodes { try await node.start() }
    }

    func stop() async throws {
        for node in nodes { try await node.stop() }
    }

    /// Waits until `node` has mirrored `origin` up to `size`.
    func mirrored(_ origin: String, _ size: Int, at node: TestNode) async throws {
        try await Eventually.holds("\(node.code) mirrors \(size) of \(origin)") {
            try await node.peer(origin)["verified"].number ?? 0 >= size
        }
    }

    /// The Youshui agreement, registered, drafted and signed by both.
    func agree() async throws {
        try await chongqing.done(
            "sections", "add", "--id", "430000-liye", "--name-zh", "里耶镇", "--name-en", "Liye Town", "--river", "酉水",
            "--basin", "长江流域", "--upstream", "500000", "--downstream", "430000")
        try await hunan.done(
            "agreements", "add", ProgramUnderTest.file("schemes/酉水-重庆-湖南.md"), "--channel", "youshui")
        try await hunan.done("agreements", "sign", "youshui-2019")
        try await Eventually.holds("the agreement is mirrored") {
            try await self.chongqing.done("agreements")["agreements"].list.count == 1
        }
        try await chongqing.done("agreements", "sign", "youshui-2019")
        try await Eventually.holds("the agreement is in force in Hunan") {
            try await self.hunan.done("agreements")["agreements"][0]["in_force"].flag == true
        }
    }

    /// Accepts a settlement of Youshui at `node`. It is proposed as soon as one party says so, and accepted only when
    /// the other's proposal has come too.
    func accept(_ period: String = "2021-04", at node: TestNode) async throws {
        try await Eventually.holds("\(node.code) accepts \(period)") {
            try await node.command("accept", "youshui-2019", period).exitCode == 0
        }
    }

    /// Waits until `node` shows the April settlement in `state`.
    func settlement(_ state: String, at node: TestNode) async throws {
        try await Eventually.holds("\(node.code): settlement \(state)") {
            try await node.done("settlements")["settlements"][0]["state"].text == state
        }
    }
}
