import Compensation
import Federation
import Foundation
import NIOCore
import NIOSSL
public import Presentation
import SwiftASN1
import X509

extension CertificateDesk {
    /// The node's own certificate, those that its peers show now, and how old the revocation lists are.
    /// - Parameter peer: only this one's, by node name, code or name.
    public func show(peer name: String?) async throws -> CertificateCards {
        let peers = try PeerConfiguration.folder(configuration.peers).filter { $0.member.node != configuration.node }
        let wanted = try name.map { [try PeerDesk.find($0, in: peers)] } ?? peers
        let files = CredentialFiles(configuration)
        let credentials = Self.result(of: files)
        let usable = try? credentials.get()
        let lists = Self.lists(files, usable)
        let fitness = CertificateFitness(
            roots: (try? CertificateFitness.certificates(inPEM: PrivateFile.text(files.authority))) ?? [],
            revocations: (try? lists.get()) ?? [], now: SystemClock.date)
        var cards: [CertificateCard] = []
        if name == nil { cards.append(await own(files, credentials, fitness)) }
        cards += await withTaskGroup(of: (Int, CertificateCard).self) { group in
            for (position, peer) in wanted.enumerated() {
                group.addTask { (position, await Self.card(of: peer, usable, fitness)) }
            }
            var found: [(Int, CertificateCard)] = []
            for await card in group { found.append(card) }
            return found.sorted { $0.0 < $1.0 }.map(\.1)
        }
        return CertificateCards(cards, lists: Self.cards(of: lists), now: SystemClock().now)
    }

    private static func result(of files: CredentialFiles) -> Result<TLSCredentials, CertificateFailure> {
        do throws(CertificateFailure) {
            return .success(try files.credentials())
        } catch {
            return .failure(error)
        }
    }

    private static func lists(
        _ files: CredentialFiles, _ credentials: TLSCredentials?
    ) -> Result<[RevocationList], CertificateFailure> {
        guard let credentials else { return .success([]) }
        do throws(CertificateFailure) {
            return .success(try files.revocationLists(for: credentials))
        } catch {
            return .failure(error)
        }
    }

    private func own(
        _ files: CredentialFiles, _ credentials: Result<TLSCredentials, CertificateFailure>,
        _ fitness: CertificateFitness
    ) async -> CertificateCard {
        let (node, name) = (configuration.node, configuration.name)
        do {
            let chain = try CertificateFitness.certificates(inPEM: PrivateFile.text(files.certificate))
            guard let leaf = chain.first else { throw CertificateFailure(.malformed, files.certificate) }
            let unfit = await fitness.problem(chain)
            let problem = if case .failure(let failure) = credentials { failure } else { unfit }
            return try CertificateCard(leaf, of: node, name, isOwn: true, problem: problem.map(Self.problem))
        } catch {
            return CertificateCard(node, name, isOwn: true, problem: Self.problem(error))
        }
    }

    private static func problem(_ error: any Error) -> CertificateCard.Problem {
        switch error {
        case let failure as CertificateFailure: .init(failure)
        case let failure as TransportFailure: .init(failure)
        default: .init(CertificateFailure(.malformed, "\(error)"))
        }
    }

    private static func card(
        of peer: PeerConfiguration, _ credentials: TLSCredentials?, _ fitness: CertificateFitness
    ) async -> CertificateCard {
        let endpoint = PeerEndpoint(
            node: peer.member.node, host: peer.host, port: peer.port, pinnedKey: peer.tlsKey)
        do {
            let shown = try await CertificateProbe(
                endpoint: endpoint, credentials: credentials, timeout: .seconds(10)
            ).chain()
            let chain = try shown.map { try Certificate(derEncoded: $0.toDERBytes()) }
            guard let leaf = chain.first else { throw CertificateFailure(.malformed, "no certificate") }
            let unfit = await fitness.problem(chain).map(Self.problem)
            let pin = credentials.map { PeerPin(endpoint: endpoint, credentials: $0, seen: { _ in }) }
            let problem = unfit ?? pin?.check(shown.first).map(Self.problem)
            return try CertificateCard(leaf, of: peer.member.node, peer.member.name, isOwn: false, problem: problem)
        } catch {
            return CertificateCard(peer.member.node, peer.member.name, isOwn: false, problem: problem(error))
        }
    }

    private static func cards(of lists: Result<[RevocationList], CertificateFailure>) -> [RevocationListCard] {
        switch lists {
        case .success(let lists):
            lists.map {
                RevocationListCard(
                    issuer: "\($0.issuer)", thisUpdate: Timestamp($0.thisUpdate), nextUpdate: Timestamp($0.nextUpdate))
            }
        case .failure(let failure): [RevocationListCard(problem: .init(failure))]
        }
    }
}
