import Federation
import Foundation
import Synchronization
import TransparencyLog

/// The credentials and revocation lists a node uses at the moment, what is wrong with their files, and until when
/// the peers' certificates are good.
///
/// Only what is sound replaces what is in use: a broken file is a condition to tell, never a reason to stop.
final class NodeTrust: Sendable {
    private struct State {
        var credentials: TLSCredentials?
        /// What the files held when they were last taken or refused.
        var taken: ContentDigest?
        /// What they held at the last look: files are written one after the other, so only what stands still is read.
        var seen: ContentDigest?
        var refusal: CertificateFailure?
        var listRefusal: CertificateFailure?
        var ends: [NodeName: Date] = [:]
    }

    private let state = Mutex(State())
    /// Fires when other credentials came into use.
    let changed = ChangeSignal()

    /// What is in use; `nil` before the first `load`.
    var credentials: TLSCredentials? { state.withLock { $0.credentials } }

    /// Reads the files for the first time.
    ///
    /// - Throws: `CertificateFailure` when there are no usable credentials; an unusable revocation list only
    ///   becomes a condition.
    @discardableResult
    func load(_ files: CredentialFiles, now: Date) throws(CertificateFailure) -> TLSCredentials {
        let digest = files.digest()
        let credentials = try files.credentials()
        return state.withLock { state in
            state.seen = digest
            Self.take(credentials, digest, files, now, &state)
            return state.credentials ?? credentials
        }
    }

    /// Looks at the files again; the credentials to use from now on when they changed for the better.
    func refresh(_ files: CredentialFiles, now: Date) async -> TLSCredentials? {
        let renewed = state.withLock { state -> TLSCredentials? in
            let digest = files.digest()
            defer { state.seen = digest }
            guard digest == state.seen, digest != state.taken else { return nil }
            do throws(CertificateFailure) {
                Self.take(try files.credentials(), digest, files, now, &state)
                return state.credentials
            } catch {
                state.taken = digest
                state.refusal = error
                // The list is good or bad on its own account: a revoked certificate does not wait for a renewal.
                guard let credentials = state.credentials else { return nil }
                let before = credentials.revocations.map(\.thisUpdate)
                Self.takeLists(credentials, files, now, &state)
                return state.credentials?.revocations.map(\.thisUpdate) == before ? nil : state.credentials
            }
        }
        if renewed != nil { await changed.fire() }
        return renewed
    }

    private static func take(
        _ credentials: TLSCredentials, _ digest: ContentDigest, _ files: CredentialFiles, _ now: Date,
        _ state: inout State
    ) {
        state.taken = digest
        state.refusal = nil
        var credentials = credentials
        credentials.revocations = files.revocations == nil ? [] : state.credentials?.revocations ?? []
        takeLists(credentials, files, now, &state)
    }

    /// Puts `credentials` in use with the lists of the file, or with those in use if the file's are worse.
    private static func takeLists(
        _ credentials: TLSCredentials, _ files: CredentialFiles, _ now: Date, _ state: inout State
    ) {
        var credentials = credentials
        state.listRefusal = nil
        do throws(CertificateFailure) {
            let lists = try files.revocationLists(for: credentials)
            try requireProgress(from: credentials.revocations, to: lists, now)
            credentials.revocations = lists
        } catch {
            state.listRefusal = error
        }
        state.credentials = credentials
    }

    /// An older or outdated list never takes the place of one in use: it could lack what was revoked since.
    /// With none in use an outdated one still holds: nothing revoked becomes good again.
    private static func requireProgress(
        from old: [RevocationList], to new: [RevocationList], _ now: Date
    ) throws(CertificateFailure) {
        for list in old {
            guard let next = new.last(where: { $0.issuer == list.issuer }) else {
                throw CertificateFailure(.listOlder, "the list of \(list.issuer) is missing")
            }
            guard next.thisUpdate >= list.thisUpdate else {
                throw CertificateFailure(.listOlder, "of \(next.thisUpdate), the one in use is of \(list.thisUpdate)")
            }
            guard next.thisUpdate == list.thisUpdate || next.nextUpdate >= now else {
                throw CertificateFailure(.listOutdated, "a newer one was due on \(next.nextUpdate)")
            }
        }
    }

    /// Remembers until when a peer's certificate is good, as last seen on a connection.
    func saw(_ peer: PeerIdentity) {
        state.withLock { $0.ends[peer.node] = peer.notAfter }
    }

    /// Until when the certificates of `node` and of its peers, as last seen, are good.
    func ends(of node: NodeName) -> [(node: NodeName, end: Timestamp)] {
        let state = state.withLock { $0 }
        let own = state.credentials.map { [(node, $0.identity.notAfter)] } ?? []
        return (own + state.ends.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }).map { node, end in
            (node, Timestamp(secondsSinceEpoch: Int64(end.timeIntervalSince1970)))
        }
    }

    /// Until when a peer's certificate is good, as last seen.
    func end(of peer: NodeName) -> Timestamp? {
        state.withLock { $0.ends[peer] }.map { Timestamp(secondsSinceEpoch: Int64($0.timeIntervalSince1970)) }
    }

    /// What needs attention about certificates and lists now.
    func conditions(of node: NodeName, now: Timestamp) -> [Condition] {
        let state = state.withLock { $0 }
        var conditions: [Condition] = []
        if let credentials = state.credentials {
            conditions +=
                CertificateStage(end: credentials.identity.notAfter, now: now).map {
                    Condition($0.own, subject: node.text, detail: Self.text(credentials.identity.notAfter))
                }.map { [$0] } ?? []
            if let leaf = credentials.chain.first, credentials.isRevoked(leaf) {
                conditions.append(Condition(.certificateRevoked, subject: node.text))
            }
            for list in credentials.revocations where list.nextUpdate < SystemClock.date(of: now) {
                conditions.append(
                    Condition(.revocationListOutdated, subject: "\(list.issuer)", detail: Self.text(list.nextUpdate)))
            }
        }
        if let refusal = state.refusal {
            conditions.append(Condition(.certificateRenewalRefused, subject: node.text, detail: refusal.description))
        }
        if let refusal = state.listRefusal {
            conditions.append(Condition(.revocationListRefused, subject: node.text, detail: refusal.description))
        }
        for (peer, end) in state.ends.sorted(by: { $0.key < $1.key }) {
            guard let stage = CertificateStage(end: end, now: now) else { continue }
            conditions.append(Condition(stage.peer, subject: peer.text, detail: Self.text(end)))
        }
        return conditions
    }

    private static func text(_ date: Date) -> String {
        Timestamp(secondsSinceEpoch: Int64(date.timeIntervalSince1970)).text
    }
}
