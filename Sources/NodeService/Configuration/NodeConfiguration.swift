public import Compensation
public import Federation
public import Foundation

/// One node's configuration: `node.yaml`, strict. Paths are relative to the file's folder.
public struct NodeConfiguration: Sendable {
    public let node: NodeName
    public let code: PartyCode
    public let role: NodeRole
    public let name: Bilingual
    public let host: String
    public let port: Int
    /// Folder of the databases.
    public let data: URL
    public let certificate: URL
    public let privateKey: URL
    public let authority: URL
    /// The authority's revocation list; `nil`: none is kept.
    public let revocations: URL?
    public let logKey: URL
    /// Folder with one file per peer.
    public let peers: URL
    /// Sorted by channel.
    public let channels: [ChannelConfiguration]
    public let policy: SettlementPolicy
    public let witness: WitnessConfiguration
    /// Keys of own logs of earlier epochs that today's key has nothing to do with.
    public let formerKeys: [FormerKey]
    /// Who countersigns key rotations of neighbours.
    public let countersigning: SettlementPolicy.Mode
    /// How a running node re-reads what it stores.
    public let scrub: ScrubPlan

    /// Reads `node.yaml` at `url`.
    /// - Throws: `ConfigurationProblem` with file, line and what was expected.
    public init(contentsOf url: URL) throws {
        var reader = try ConfigurationReader(file: url.path, text: ConfigurationFile.text(of: url))
        let base = url.deletingLastPathComponent()
        func path(_ text: String) -> URL { URL(filePath: text, relativeTo: base).standardizedFileURL }
        (node, code, role, name) = try MemberFacts.read(&reader)
        var listen = try reader.section("listen")
        host = try listen.text("host")
        port = try listen.parsed("port", expected: Bilingual(zh: "0 至 65535", en: "0 to 65535")) { text in
            Int(text).flatMap { (0...65_535).contains($0) ? $0 : nil }
        }
        try listen.finish()
        data = path(try reader.text("data"))
        var tls = try reader.section("tls")
        certificate = path(try tls.text("certificate"))
        privateKey = path(try tls.text("key"))
        authority = path(try tls.text("authority"))
        revocations = try tls.optionalText("revocations").map(path)
        try tls.finish()
        logKey = path(try reader.text("log_key"))
        peers = path(try reader.text("peers"))
        channels = try Self.channels(reader.section("channels"))
        var settlements = try reader.section("settlements")
        policy = SettlementPolicy(
            proposing: try Self.mode("proposing", &settlements), accepting: try Self.mode("accepting", &settlements))
        try settlements.finish()
        witness = try reader.optionalSection("witness").map { try WitnessConfiguration($0) } ?? .standard
        formerKeys = try MemberFacts.readFormerKeys(&reader, node)
        if var keys = try reader.optionalSection("keys") {
            countersigning = try Self.mode("countersigning", &keys)
            try keys.finish()
        } else {
            countersigning = .operator
        }
        scrub = try ScrubPlan(&reader)
        try reader.finish()
    }

    private static func mode(_ key: String, _ reader: inout ConfigurationReader) throws -> SettlementPolicy.Mode {
        try reader.parsed(key, expected: Bilingual(zh: "automatic 或 operator", en: "automatic or operator")) {
            SettlementPolicy.Mode(rawValue: $0)
        }
    }

    private static func channels(_ section: ConfigurationReader) throws -> [ChannelConfiguration] {
        var section = section
        let channels = try section.keys.map { key in
            guard let channel = ChannelName(key) else {
                throw section.problem(
                    key, zh: "通道名只能用小写字母、数字和 -", en: "a channel name has lower-case letters, digits and -")
            }
            var entry = try section.section(key)
            let epoch = try entry.parsed("epoch", expected: Bilingual(zh: "从 1 起的整数", en: "a whole number from 1")) {
                text in Int(text).flatMap { (1...999_999).contains($0) ? $0 : nil }
            }
            let names = try entry.texts("readers")
            let readers: ChannelConfiguration.Readers =
                names == ["members"]
                ? .members
                : .nodes(
                    try names.map { name in
                        guard let node = NodeName(name) else {
                            throw entry.problem(
                                "readers", zh: "“\(name)”不是节点名（或写 [members]）",
                                en: "“\(name)” is not a node name (or write [members])")
                        }
                        return node
                    })
            try entry.finish()
            return ChannelConfiguration(channel: channel, epoch: epoch, readers: readers)
        }
        try section.finish()
        guard channels.contains(where: { $0.channel.text == "common" }) else {
            throw section.problem("common", zh: "必须有 common 通道", en: "there must be a channel named common")
        }
        return channels.sorted { $0.channel < $1.channel }
    }

    /// The own log of a channel; `nil` when this node has no such channel.
    public func origin(of channel: ChannelName) -> LogOrigin? {
        channels.first { $0.channel == channel }.map {
            LogOrigin(node: node, channel: channel, epoch: $0.epoch)
        }
    }

    /// All own logs.
    public var origins: [LogOrigin] {
        channels.map { LogOrigin(node: node, channel: $0.channel, epoch: $0.epoch) }
    }

    public func member(logKey: [UInt8]) -> Member {
        Member(node: node, code: code, role: role, name: name, logKey: logKey, formerKeys: formerKeys)
    }
}
