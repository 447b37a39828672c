import Federation
import Foundation
import TransparencyLog

/// What needs attention about log keys and epochs.
struct KeyConditions {
    let node: Node

    func conditions() async -> [Condition] {
        let docket = await node.docket
        let me = node.member.node
        var conditions: [Condition] = []
        for member in docket.roster.members {
            guard let keys = docket.keys.keys(of: member.node) else { continue }
            conditions += keys.refused.map {
                Condition(.rotationRefused, subject: $0.reference.text, detail: $0.problem.rawValue)
            }
            if member.node != me, keys.newest != keys.configured {
                let line = "log_key: \(Base64.encode(keys.newest))"
                conditions.append(Condition(.peerFileOutdated, subject: member.node.text, detail: line))
            }
        }
        for member in docket.roster.members where member.node != me {
            let unknown = docket.keys.unknownSM2Keys(of: member.node)
            guard !unknown.isEmpty else { continue }
            let line = "sm2_keys: \(unknown.map { Base64.encode($0) }.joined(separator: ", "))"
            conditions.append(Condition(.peerFileOutdated, subject: member.node.text, detail: line))
        }
        conditions += KeyNextSteps(docket, me: me).waiting.map { rotation in
            let name = rotation.record.body.node.text
            let fingerprint = KeyFingerprint(of: rotation.record.body.newKey).spoken
            return Condition(.rotationWaits, subject: name, detail: fingerprint)
        }
        if let own = await node.ownKeys, own.signing.count > 1, own.rotations.last?.isCountersigned == true {
            conditions.append(
                Condition(.keyMayBeRetired, subject: me.text, detail: KeyFingerprint(of: own.signing[0]).spoken))
        }
        for key in await node.missingKeys {
            conditions.append(
                Condition(.signingKeyMissing, subject: me.text, detail: await node.ring.file(of: key).lastPathComponent)
            )
        }
        for (_, next) in (try? await node.unopenedEpochs) ?? [] {
            conditions.append(Condition(.epochNotOpened, subject: next.text))
        }
        conditions += docket.epochs.overrun(docket.heads).map {
            Condition(.epochOverrun, subject: $0.body.previous.log.text, detail: "ended at \($0.body.previous.size)")
        }
        conditions += docket.epochs.opened.filter { docket.head(of: $0.body.previous.log) == nil }.map {
            Condition(.earlierEpochMissing, subject: $0.reference.log.text, detail: $0.body.previous.log.text)
        }
        return conditions
    }
}
