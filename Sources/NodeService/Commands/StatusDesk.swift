import Compensation
import Federation
import Foundation
import Presentation
import TransparencyLog

/// Puts the status report together.
struct StatusDesk {
    let node: Node
    let running: Bool

    func report() async throws -> StatusReport {
        let now = node.clock.now
        let view = await node.view
        let docket = view.docket
        let cases = view.desk.cases
        var ownLogs: [OwnLogStatus] = []
        for origin in node.configuration.channels.compactMap({ node.configuration.origin(of: $0.channel) }) {
            let head = docket.head(of: origin)
            ownLogs.append(
                OwnLogStatus(
                    origin: origin, size: head?.size ?? 0, rootHex: head?.root.hex ?? "",
                    cosignatures: try await cosignatures(of: origin)))
        }
        var peers: [PeerLogStatus] = []
        var conditions = running ? [] : [Condition(.nodeNotRunning, subject: node.member.node.text)]
        for peer in node.peers {
            for origin in peer.logs {
                let (status, condition) = await self.status(of: origin, peer.member)
                peers.append(status)
                if let condition, running || condition.code.severity == .integrity { conditions.append(condition) }
            }
        }
        conditions += try await comparisons(now).filter { running || $0.code.severity == .integrity }
        if let condition = await node.clearance.condition(of: node.member),
            running || condition.code.severity == .integrity
        {
            conditions.append(condition)
        }
        conditions += await node.damages.conditions
        conditions += certificate(now) + data(docket, cases)
        conditions += await KeyConditions(node: node).conditions()
        return StatusReport(
            member: node.member, now: now, running: running, ownLogs: ownLogs, peers: peers,
            settlements: cases.map { SettlementSummary($0, docket: docket) }, conditions: conditions)
    }

    private func status(of origin: LogOrigin, _ peer: Member) async -> (PeerLogStatus, Condition?) {
        let mirror = await node.mirror(of: origin)
        let contact = await node.contacts[origin]
        let verified = mirror?.size ?? 0
        let known = max(verified, mirror?.target?.checkpoint.size ?? 0)
        let (state, condition) = Self.judge(origin, mirror, contact, level: verified == known)
        let status = PeerLogStatus(
            peer: peer.name, origin: origin, state: state, verified: verified, known: known,
            lastContact: contact?.lastContact)
        return (status, condition)
    }

    private static func judge(
        _ origin: LogOrigin, _ mirror: Mirror?, _ contact: PeerContact?, level: Bool
    ) -> (PeerState, Condition?) {
        if let finding = mirror?.finding {
            return (.halted, Condition(ConditionCode(finding.code), subject: origin.text, detail: finding.detail))
        }
        if let failure = contact?.failure {
            let code: ConditionCode
            switch failure.code {
            case .refusedByPeer: code = .peerRefusesUs
            case .tlsUntrusted, .tlsWrongPeer, .tlsExpired, .tlsRevoked: code = .peerNotTrusted
            default: code = .peerUnreachable
            }
            let state: PeerState = code == .peerRefusesUs ? .refused : .unreachable
            return (state, Condition(code, subject: origin.text, detail: failure.description))
        }
        if contact?.absent == true { return (.refused, Condition(.channelNotServed, subject: origin.text)) }
        guard contact?.lastContact != nil else { return (.unreachable, nil) }
        return (level ? .upToDate : .catchingUp, nil)
    }

    /// A node that is not running has not read its certificate yet; what keeps it from that is told when it starts.
    private func certificate(_ now: Timestamp) -> [Condition] {
        if !running {
            _ = try? node.trust.load(CredentialFiles(node.configuration), now: SystemClock.date(of: now))
        }
        return node.trust.conditions(of: node.member.node, now: now)
    }

    private func data(_ docket: Docket, _ cases: [SettlementCase]) -> [Condition] {
        let me = node.member.code
        var conditions: [Condition] = []
        let parties = docket.agreements.terms.filter { $0.entry.parties.contains(me) }
        for correction in docket.readings.correctionRecords
        where !correction.counts(for: me)
            && parties.contains(where: { $0.scheme.sections.contains { $0.id == correction.record.body.section } })
        {
            conditions.append(Condition(.correctionWaits, subject: correction.record.reference.text))
        }
        for settlement in cases {
            let subject = "\(settlement.key.agreement.text) \(settlement.key.period.text)"
            if let condition = Self.condition(settlement, me, subject) { conditions.append(condition) }
        }
        if let unknown = docket.notUnderstood.summaries.first {
            let detail = "\(docket.notUnderstood.count), \(unknown.problem.code.rawValue)"
            conditions.append(Condition(.notUnderstood, subject: unknown.first.text, detail: detail))
        }
        return conditions
    }

    private static func condition(_ settlement: SettlementCase, _ me: PartyCode, _ subject: String) -> Condition? {
        if case .failure(.conflict(let conflicts)) = settlement.own, let first = conflicts.first {
            return Condition(.readingConflict, subject: subject, detail: "\(first.section.text) \(first.time.text)")
        }
        if settlement.ledger == .differs { return Condition(.ledgerDiffers, subject: subject) }
        switch settlement.state {
        case .disputed: return Condition(.settlementDisputed, subject: subject)
        case .refused:
            return Condition(
                .verdictRefused, subject: subject, detail: settlement.verdict?.body.conclusion.rawValue ?? "")
        case .proposed:
            guard case .success(let own) = settlement.own,
                let mine = settlement.positions.first(where: { $0.party == me }),
                mine.acceptance?.body.settlementDigest != own.digest,
                settlement.positions.contains(where: {
                    $0.party != me && $0.proposal?.body.settlementDigest == own.digest
                })
            else { return nil }
            return Condition(
                .acceptanceWaits, subject: subject,
                detail: "tongzhou accept \(subject) --digest \(own.digest.hex.prefix(16))")
        case .verified, .recorded:
            guard case .success(let own) = settlement.own, own.digest != settlement.verdict?.body.settlementDigest
            else {
                return nil
            }
            return Condition(.changedAfterRecording, subject: subject)
        case .open, .computable, .agreed: return nil
        }
    }
}
