import Foundation
import ServiceLifecycle

/// The listener for the public: the pages of docs/pages.md. A listener of its own, that takes no commands, no bodies and
/// no certificates.
struct PagesServer: Service {
    private let configuration: PagesConfiguration
    private let trust: ServerTrust?
    private let node: Node
    private let onListening: @Sendable () -> Void

    private static let mostConnections = 512

    /// - Throws: when certificate or key cannot be used.
    init(_ configuration: PagesConfiguration, node: Node, onListening: @escaping @Sendable () -> Void) throws {
        self.configuration = configuration
        self.node = node
        self.onListening = onListening
        trust = try configuration.tls.map { files in
            do {
                return try ServerTrust(certificate: files.certificate.path, key: files.key.path)
            } catch {
                throw CommandFailure(
                    zh: "公开页面的证书或私钥不能使用（pages.certificate、pages.key）：\(error)",
                    en: "certificate or key of the public pages cannot be used (pages.certificate, pages.key): \(error)"
                )
            }
        }
    }

    func run() async throws {
        let ledger = ConnectionLedger(
            memberLimit: 1, unclaimedLimit: Self.mostConnections / 2, logger: node.logger)
        let listener = SideListener(
            section: "pages", host: configuration.host, port: configuration.port, mostConnections: Self.mostConnections,
            trust: trust, ledger: ledger, logger: node.logger)
        let responder = PagesResponder(
            site: PublicSite(node, channels: configuration.channels), isEncrypted: trust != nil, logger: node.logger)
        let watch = Task { [configuration, trust, node] in
            guard let trust, let files = configuration.tls else { return }
            await PagesCertificateWatch(
                certificate: files.certificate, key: files.key, trust: trust, clock: node.clock, logger: node.logger
            ).run()
        }
        defer { watch.cancel() }
        try await listener.run(responder, "public pages are served", event: "pages-listening", onListening: onListening)
    }
}
