import NIOCore
import NIOSSL
import Synchronization

/// The TLS context new connections are accepted with. It can be replaced while the server runs, so
/// that a renewed certificate or another root needs no restart.
final class ServerTrust: Sendable {
    struct Current: Sendable {
        let context: NIOSSLContext
        let credentials: TLSCredentials
    }

    private let state: Mutex<Current>

    init(_ credentials: TLSCredentials) throws {
        state = Mutex(try Self.load(credentials))
    }

    var current: Current { state.withLock { $0 } }

    func replace(_ credentials: TLSCredentials) throws {
        let loaded = try Self.load(credentials)
        state.withLock { $0 = loaded }
    }

    private static func load(_ credentials: TLSCredentials) throws -> Current {
        var configuration = TLSConfiguration.makeServerConfigurationWithMTLS(
            certificateChain: credentials.chain.map { .certificate($0) },
            privateKey: .privateKey(credentials.privateKey),
            trustRoots: .certificates(credentials.authorities))
        configuration.minimumTLSVersion = .tlsv13
        // An idle peer that does not answer our goodbye must not hold up a stop for longer.
        configuration.shutdownTimeout = .seconds(1)
        return Current(context: try NIOSSLContext(configuration: configuration), credentials: credentials)
    }
}
