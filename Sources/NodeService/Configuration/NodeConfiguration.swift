public import Compensation
public import Federation
public import Foundation
public import Presentation
import TransparencyLog

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
    /// The SM2 keys that sign beside it.
    public let sm2: SM2Configuration
    /// Of which algorithms a signature is demanded on other members' checkpoints.
    let demands: SignatureDemands
    /// Folder with one file per peer.
    public let peers: URL
    /// The file for the neighbours that `init` writes beside this one.
    public let publicFile: URL
    /// Sorted by channel.
    public let channels: [ChannelConfiguration]
    public let policy: SettlementPolicy
    /// Who gives the word that a complete year is cleared; the centre's.
    public let clearing: SettlementPolicy.Mode
    /// Public holidays and make-up working days; weekends alone where no file is named.
    public let calendar: WorkingCalendar
    public let witness: WitnessConfiguration
    /// Keys of own logs of earlier epochs that today's key has nothing to do with.
    public let formerKeys: [FormerKey]
    /// Who countersigns key rotations of neighbours.
    public let countersigning: SettlementPolicy.Mode
    /// How a running node re-reads what it stores.
    public let scrub: ScrubPlan
    /// Where monitoring may ask; `nil`: nowhere.
    public let operations: LoopbackAddress?
    /// Where stations deliver readings; `nil`: nowhere.
    public let stations: StationListenerConfiguration?
    /// Where the public may look; `nil`: nowhere.
    public let pages: PagesConfiguration?
    /// Where operators work in a browser; `nil`: nowhere.
    public let desk: DeskConfiguration?
    /// Folders whose files are recorded.
    public let intakeFolders: [IntakeFolderConfiguration]

    /// Every setting in force and where it came from, in the order of their keys.
    public let values: [ConfigurationValue]

    /// Reads `node.yaml` at `url`.
    /// - Parameter environment: variables that may stand in for keys of the file, see `docs/configuration.md`.
    /// - Throws: `ConfigurationProblem` with file, line and what was expected.
    public init(contentsOf url: URL, environment: [String: String] = [:]) throws {
        let origins = ConfigurationOrigins(environment)
        try origins.refuseMisspelt()
        var reader = try ConfigurationReader(
            file: url.path, text: ConfigurationFile.text(of: url), origins: origins)
        let base = url.deletingLastPathComponent()
        func path(_ text: String) -> URL { URL(filePath: text, relativeTo: base).standardizedFileURL }
        (node, code, role, name) = try MemberFacts.read(&reader)
        publicFile = path("\(node.text).yaml")
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
        sm2 = try SM2Configuration(&reader, path: path)
        demands = try SignatureDemands(&reader)
        peers = path(try reader.text("peers"))
        channels = try Self.channels(reader.section("channels"))
        var settlements = try reader.section("settlements")
        clearing =
            settlements.keys.contains("clearing") ? try SettlementPolicy.Mode("clearing", &settlements) : .operator
        calendar = try settlements.optionalText("calendar").map { try CalendarFile.read(path($0)) } ?? .weekends
        policy = try SettlementPolicy(&settlements)
        try settlements.finish()
        witness = try reader.optionalSection("witness").map { try WitnessConfiguration($0) } ?? .standard
        formerKeys = try MemberFacts.readFormerKeys(&reader, node)
        if var keys = try reader.optionalSection("keys") {
            countersigning = try SettlementPolicy.Mode("countersigning", &keys)
            try keys.finish()
        } else {
            countersigning = .operator
        }
        scrub = try ScrubPlan(&reader)
        operations = try LoopbackAddress.read(&reader)
        stations = try StationListenerConfiguration.read(&reader)
        pages = try PagesConfiguration.read(&reader, path: path)
        desk = try DeskConfiguration.read(&reader)
        intakeFolders = try IntakeFolderConfiguration.read(
            &reader, channels: channels.map(\.channel), path: path,
            taken: [url, data, certificate, privateKey, authority, logKey, peers])
        try reader.finish()
        origins.noteDefault("settlements.clearing", clearing.rawValue)
        origins.noteDefault("keys.countersigning", countersigning.rawValue)
        origins.noteDefault("witness.interval", "\(witness.interval)")
        origins.noteDefault("witness.stale_after", "\(witness.staleAfter)")
        origins.noteDefault("scrub.entries_per_second", "\(scrub.entriesPerSecond)")
        origins.noteDefault("scrub.start_after_seconds", "\(scrub.startAfterSeconds)")
        origins.noteDefault("scrub.pause_hours", "\(scrub.pauseHours)")
        values = origins.values.sorted { $0.key < $1.key }
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

    /// The own logs that are written to: one of each channel, of its configured epoch.
    public var origins: [LogOrigin] {
        channels.map { LogOrigin(node: node, channel: $0.channel, epoch: $0.epoch) }
    }

    /// Where own logs of earlier epochs are looked for, sorted: the last 32 of each channel and those that
    /// `former_keys` names. Epochs may be numbered by years, so not all from 1 on.
    var earlierOrigins: [LogOrigin] {
        let recent = channels.flatMap { channel in
            (max(1, channel.epoch - 32)..<channel.epoch).map {
                LogOrigin(node: node, channel: channel.channel, epoch: $0)
            }
        }
        return Set(recent + formerKeys.map(\.log)).filter(isEarlier).sorted()
    }

    /// Whether this is an own log of an epoch before the configured one of its channel.
    func isEarlier(_ origin: LogOrigin) -> Bool {
        origin.node == node && channels.contains { $0.channel == origin.channel && origin.epoch < $0.epoch }
    }

    public func member(logKey: [UInt8], sm2 keys: [[UInt8]] = []) -> Member {
        Member(
            node: node, code: code, role: role, name: name, logKey: logKey, formerKeys: formerKeys,
            sm2Keys: sm2.former + keys)
    }

    /// The peers, of whose checkpoints is demanded what the section `signatures` says.
    /// - Throws: `ConfigurationProblem` when a file has no key for it, or the section names somebody else.
    func demanding(_ peers: [PeerConfiguration]) throws -> [PeerConfiguration] {
        let strangers = demands.nodes.filter { node in !peers.contains { $0.member.node == node } }
        if let stranger = strangers.first, !peers.isEmpty {
            throw ConfigurationProblem(
                file: self.peers.path, zh: "signatures 提到 \(stranger.text)，却没有它的节点文件",
                en: "signatures names \(stranger.text), which has no file here")
        }
        return try peers.map(demand)
    }

    private func demand(_ peer: PeerConfiguration) throws -> PeerConfiguration {
        let demanded = demands.of(peer.member.node)
        guard !demanded.contains(.sm2) || !peer.member.sm2Keys.isEmpty else {
            throw ConfigurationProblem(
                file: peers.path, zh: "对 \(peer.member.node.text) 要求 SM2 签名（signatures），其节点文件却没有 sm2_keys",
                en: "SM2 is demanded of \(peer.member.node.text) (signatures), and its file has no sm2_keys")
        }
        return peer.with(peer.member.demanding(demanded))
    }
}
