import Compensation
import Federation
public import Foundation
import NodeStore
public import Presentation

/// Keeps the folder of peer files: one file per neighbour, nothing taken in unheard.
public struct PeerDesk {
    private let configuration: NodeConfiguration

    public init(_ configuration: NodeConfiguration) { self.configuration = configuration }

    public func list() throws -> PeerCards { PeerCards(try peers().map { Self.card($0.peer) }) }

    /// A neighbour's file, or the own one that neighbours have, for them to be read to.
    public func show(_ name: String) throws -> PeerCards {
        let own = try? PeerConfiguration(contentsOf: configuration.publicFile)
        let known = try peers().map(\.peer) + (own.map { [$0] } ?? [])
        return PeerCards([Self.card(try Self.find(name, in: known))], isWhole: true)
    }

    /// Takes a neighbour's file in once a person has compared its fingerprint.
    /// - Parameter fingerprint: as the neighbour read it aloud, at least its first ``KeyFingerprint/leastDigits`` digits.
    public func add(_ file: URL, fingerprint: String?, dryRun: Bool) throws -> PeerChange {
        let peer = try PeerConfiguration(contentsOf: file)
        let card = Self.card(peer)
        guard peer.member.node != configuration.node else {
            throw CommandFailure(zh: "\(file.path) 是本节点自己的文件", en: "\(file.path) is this node's own file")
        }
        let known = try peers()
        let place = configuration.peers.appending(path: "\(peer.member.node.text).yaml")
        let old = known.first { $0.peer.member.node == peer.member.node }
        if let other = known.first(where: { $0.peer.member.node != peer.member.node && $0.peer.couldSpeakAs(peer) }) {
            throw CommandFailure(
                zh: "代码或日志公钥与已登记的 \(other.peer.member.node.text) 相同",
                en: "same code or log key as \(other.peer.member.node.text), which is on file")
        }
        let text = try ConfigurationFile.text(of: file)
        let target = old?.file ?? place
        if let old, try ConfigurationFile.text(of: old.file) == text {
            return PeerChange(.unchanged, card, file: old.file.path)
        }
        guard let fingerprint else {
            // The digits are left to the person: a command to copy would compare nothing.
            return PeerChange(
                .unconfirmed, card, file: target.path,
                command: "tongzhou peers add \(file.path) --fingerprint '…'")
        }
        guard !KeyFingerprint.isTooShort(typed: fingerprint) else {
            throw CommandFailure(
                zh: "请至少输入指纹的前 \(KeyFingerprint.leastDigits) 位；未写入任何内容",
                en:
                    "give at least the first \(KeyFingerprint.leastDigits) digits of the fingerprint; nothing was written"
            )
        }
        guard peer.fingerprint.matches(typed: fingerprint) else {
            throw CommandFailure(
                ExitCode.integrity,
                zh: "指纹不符，未写入任何内容：此文件不是对方的，切勿使用",
                en: "the fingerprint is another one, nothing was written: this is not the peer's file, do not use it")
        }
        guard !dryRun else { return PeerChange(.planned, card, file: target.path) }
        try Data(text.utf8).write(to: target, options: .atomic)
        return PeerChange(old == nil ? .added : .replaced, card, file: target.path)
    }

    /// Takes a peer's file out of use, without deleting it.
    public func remove(_ name: String, dryRun: Bool) throws -> PeerChange {
        let known = try peers()
        let peer = try Self.find(name, in: known.map(\.peer))
        guard let file = known.first(where: { $0.peer.member.node == peer.member.node })?.file else {
            throw FileProblem(configuration.peers.path)
        }
        guard !dryRun else { return PeerChange(.planned, Self.card(peer), file: file.path) }
        var place = file.path + ".removed"
        var count = 1
        while FileManager.default.fileExists(atPath: place) {
            count += 1
            place = file.path + ".removed-\(count)"
        }
        try FileManager.default.moveItem(atPath: file.path, toPath: place)
        return PeerChange(.removed, Self.card(peer), file: place)
    }

    /// By node name, by the name's first label, by code or by a name in words.
    static func find(_ name: String, in peers: [PeerConfiguration]) throws -> PeerConfiguration {
        let found = peers.filter { peer in
            let member = peer.member
            let label = member.node.text.prefix { $0 != "." }
            return [member.node.text, String(label), member.code.text, member.name.zh, member.name.en].contains {
                $0.utf8.elementsEqual(name.utf8)
            }
        }
        guard let peer = found.first, found.count == 1 else {
            throw CommandFailure(
                zh: "没有邻居“\(name)”；有：\(peers.map(\.member.node.text).joined(separator: "，"))",
                en: "no peer “\(name)”; there are: \(peers.map(\.member.node.text).joined(separator: ", "))")
        }
        return peer
    }

    private func peers() throws -> [(file: URL, peer: PeerConfiguration)] {
        try PeerConfiguration.files(configuration.peers).filter { $0.peer.member.node != configuration.node }
    }

    private static func card(_ peer: PeerConfiguration) -> PeerCard {
        PeerCard(
            member: peer.member, address: "\(peer.host):\(peer.port)", logs: peer.logs, tlsKey: peer.tlsKey,
            fingerprint: peer.fingerprint)
    }
}
