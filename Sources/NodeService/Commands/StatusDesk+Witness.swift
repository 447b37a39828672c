import Federation
import NodeStore
import Presentation
import TransparencyLog

/// What witnesses have to do with the state of the node.
extension StatusDesk {
    func cosignatures(of origin: LogOrigin) async throws -> OwnLogCosignatures {
        let lines = try await node.cosignatures(of: origin)
        return OwnLogCosignatures(
            asked: node.witnesses.count(for: origin.channel),
            witnesses: lines.compactMap { witness, cosignature in
                node.peers.first { $0.member.node == witness }.map {
                    (witness, $0.member.name, Timestamp(secondsSinceEpoch: cosignature.time))
                }
            })
    }

    /// What comparing with the peers' witnesses has brought up.
    func comparisons(_ now: Timestamp) async throws -> [Condition] {
        let watch = await node.watch
        var conditions: [Condition] = []
        for (place, sizes) in watch.wentBack.sorted(by: { Self.precedes($0.key, $1.key) }) {
            conditions.append(
                Condition(
                    .witnessWentBack, subject: "\(place.peer.text)/witness",
                    detail: "\(place.origin.text): size \(sizes.now) after \(sizes.before)"))
        }
        let pending = (watch.pending ?? [:]).sorted { Self.precedes($0.key, $1.key) }
        for (place, sighting) in pending where try await isStale(sighting, now) {
            let detail =
                "\(place.peer.text)/witness: size \(sighting.checkpoint.checkpoint.size) since \(sighting.since.text)"
            conditions.append(Condition(.staleHead, subject: place.origin.text, detail: detail))
        }
        return conditions + (try await unread())
    }

    /// Whether the origin goes on answering with less than others have seen.
    private func isStale(_ sighting: Sighting, _ now: Timestamp) async throws -> Bool {
        guard let mirror = await node.mirror(of: sighting.origin), mirror.finding == nil,
            let contact = await node.contacts[sighting.origin], contact.failure == nil, !contact.absent
        else { return false }
        let age = now.secondsSinceEpoch - sighting.since.secondsSinceEpoch
        return age > Int64(node.configuration.witness.staleAfter) && mirror.size < sighting.checkpoint.checkpoint.size
    }

    /// Forks of logs that this node does not follow; those it follows are told by their mirrors.
    private func unread() async throws -> [Condition] {
        var conditions: [Condition] = []
        for (evidence, _) in try node.database.evidence() where evidence.origin.node != node.member.node {
            guard await node.mirror(of: evidence.origin) == nil,
                !conditions.contains(where: { $0.subject.utf8.elementsEqual(evidence.origin.text.utf8) })
            else { continue }
            conditions.append(Condition(.mirrorForked, subject: evidence.origin.text))
        }
        return conditions
    }

    private static func precedes(_ a: WitnessWatch.Place, _ b: WitnessWatch.Place) -> Bool {
        (a.origin, a.peer) < (b.origin, b.peer)
    }
}
