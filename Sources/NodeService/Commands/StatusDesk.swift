import Compensation
import Federation
import Foundation
import NodeStore
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
        let ownLogs = try await ownLogs(docket)
        var peers: [PeerLogStatus] = []
        var conditions = running ? [] : [Condition(.nodeNotRunning, subject: node.member.node.text)]
        for peer in node.peers {
            for origin in peer.logs {
                let (status, condition) = await self.status(of: origin, peer.member)
                peers.append(status)
                if let condition { conditions.append(condition) }
            }
        }
        conditions += try await comparisons(now)
        if let condition = await node.clearance.condition(of: node.member) { conditions.append(condition) }
        conditions += MachineConditions(node).conditions(now, newest: ownLogs.compactMap(\.newest).max())
        conditions += await node.storeConditions
        conditions += node.intake.conditions
        conditions += try CentreConditions(view: view).conditions(cases)
        conditions += certificate(now) + data(docket)
        conditions += SettlementConditions(view).conditions(cases)
        conditions += await KeyConditions(node: node).conditions()
        let clearing = ClearingDesk(docket, history: view.history, now: now)
        let money = try clearing.agreements()
        conditions += MoneyConditions(clearing, me: node.member.code, isCentre: node.member.role == .centre)
            .all(of: money)
        return StatusReport(
            member: node.member, now: now, running: running, version: ProgramVersion.text,
            started: running ? node.started : nil,
            asOf: running ? nil : try newest(beside: ownLogs), ownLogs: ownLogs,
            peers: peers,
            settlements: try view.summaries(cases, known: money), conditions: conditions)
    }

    private func ownLogs(_ docket: Docket) async throws -> [OwnLogStatus] {
        var logs: [OwnLogStatus] = []
        for origin in node.configuration.origins {
            let head = docket.head(of: origin)
            logs.append(
                OwnLogStatus(
                    origin: origin, size: head?.size ?? 0, rootHex: head?.root.hex ?? "",
                    newest: try newest(of: origin), cosignatures: try await cosignatures(of: origin)))
        }
        return logs
    }

    /// The own and the mirrored logs of some channels, without those that are not shared with this node.
    func logs(in channels: [ChannelName]) async throws -> (own: [OwnLogStatus], peers: [PeerLogStatus]) {
        let own = try await ownLogs(await node.docket).filter { channels.contains($0.origin.channel) }
        var peers: [PeerLogStatus] = []
        for peer in node.peers {
            for origin in peer.logs where channels.contains(origin.channel) {
                let status = await status(of: origin, peer.member).0
                if status.state != .notShared { peers.append(status) }
            }
        }
        return (own, peers)
    }

    private func status(of origin: LogOrigin, _ peer: Member) async -> (PeerLogStatus, Condition?) {
        let mirror = await node.mirror(of: origin)
        let contact = await node.contacts[origin]
        let verified = mirror?.size ?? 0
        let known = max(verified, mirror?.target?.checkpoint.size ?? 0)
        let (state, condition) = judge(origin, mirror, contact, level: verified == known)
        let status = PeerLogStatus(
            peer: peer.name, origin: origin, state: state, verified: verified, known: known,
            lastContact: contact?.lastContact, certificateEnd: node.trust.end(of: peer.node))
        return (status, condition)
    }

    private func newest(beside ownLogs: [OwnLogStatus]) throws -> Timestamp? {
        (ownLogs.compactMap(\.newest) + (try node.peers.flatMap(\.logs).compactMap { try newest(of: $0) })).max()
    }

    /// When the newest entry of a log was said.
    private func newest(of origin: LogOrigin) throws -> Timestamp? {
        let last = try node.database.read(origin) { try $0.entries(max(0, $0.size - 1)..<$0.size) }?.last
        return last.flatMap { try? SignedEntry(bytes: $0, foundIn: origin) }?.at
    }

    private func judge(
        _ origin: LogOrigin, _ mirror: Mirror?, _ contact: PeerContact?, level: Bool
    ) -> (PeerState, Condition?) {
        if let finding = mirror?.finding {
            return (.halted, Condition(ConditionCode(finding.code), subject: origin.text, detail: finding.detail))
        }
        if let failure = contact?.failure {
            let code = Self.code(of: failure)
            let state: PeerState = code == .peerRefusesUs ? .refused : .unreachable
            return (
                state,
                Condition(
                    code, subject: origin.text, detail: failure.description,
                    explanation: TransportWording.text(failure), since: contact?.since)
            )
        }
        if contact?.absent == true {
            return node.concerns(origin.channel)
                ? (.refused, Condition(.channelNotServed, subject: origin.text, since: contact?.since))
                : (.notShared, nil)
        }
        guard contact?.lastContact != nil else { return (.unreachable, nil) }
        return (level ? .upToDate : .catchingUp, nil)
    }

    /// The condition that a failure to reach a peer shows as.
    static func code(of failure: TransportFailure) -> ConditionCode {
        switch failure.code {
        case .refusedByPeer: .peerRefusesUs
        case .tlsUntrusted, .tlsWrongPeer, .tlsExpired, .tlsRevoked: .peerNotTrusted
        default: .peerUnreachable
        }
    }

    /// A node that is not running has not read its certificate yet; what keeps it from that is told when it starts.
    private func certificate(_ now: Timestamp) -> [Condition] {
        if !running {
            _ = try? node.trust.load(CredentialFiles(node.configuration), now: SystemClock.date(of: now))
        }
        return node.trust.conditions(of: node.member.node, now: now)
    }

    private func data(_ docket: Docket) -> [Condition] {
        let me = node.member.code
        var conditions: [Condition] = []
        let parties = docket.agreements.terms.filter { $0.entry.parties.contains(me) }
        for correction in docket.readings.correctionRecords
        where !correction.counts(for: me)
            && parties.contains(where: { $0.scheme.sections.contains { $0.id == correction.record.body.section } })
        {
            conditions.append(Condition(.correctionWaits, subject: correction.record.reference.text))
        }
        conditions += AgreementConditions(docket: docket, member: node.member, now: node.clock.now).conditions
        if let unknown = docket.notUnderstood.summaries.first {
            let detail = "\(docket.notUnderstood.count), \(unknown.problem.code.rawValue)"
            conditions.append(Condition(.notUnderstood, subject: unknown.first.text, detail: detail))
        }
        return conditions
    }
}
