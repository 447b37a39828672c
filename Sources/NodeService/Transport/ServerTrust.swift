import NIOCore
import NIOSSL
import Synchronization

/// The TLS context new connections are accepted with. It can be replaced while the server runs, so
/// that a renewed certificate or another root needs no restart.
final class ServerTrust: Sendable {
    struct Current: Sendable {
        let context: NIOSSLContext
        /// Of a listener that asks for certificates; `nil` for one that the public may use.
        let credentials: TLSCredentials?
    }

    private let state: Mutex<Current>
    private let needsCertificate: Bool

    /// - Parameter needsCertificate: whether a client without a certificate is refused; one that shows a certificate
    ///   has to show a valid one either way.
    init(_ credentials: TLSCredentials, needsCertificate: Bool = true) throws {
        self.needsCertificate = needsCertificate
        state = Mutex(try Self.load(credentials, needsCertificate))
    }

    /// For a listener that asks nobody for a certificate.
    ///
    /// - Throws: when the files cannot be read or the TLS library does not take them.
    init(certificate: String, key: String) throws {
        needsCertificate = false
        state = Mutex(try Self.load(certificate: certificate, key: key))
    }

    var current: Current { state.withLock { $0 } }

    func replace(_ credentials: TLSCredentials) throws {
        let loaded = try Self.load(credentials, needsCertificate)
        state.withLock { $0 = loaded }
    }

    /// - Throws: as the initialiser; the old ones stay in use.
    func replace(certificate: String, key: String) throws {
        let loaded = try Self.load(certificate: certificate, key: key)
        state.withLock { $0 = loaded }
    }

    private static func load(certificate: String, key: String) throws -> Current {
        try PrivateFile.requireOwnerOnly(key)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMBytes(Array(PrivateFile.text(certificate).utf8))
                .map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(PrivateFile.text(key).utf8), format: .pem)))
        configuration.minimumTLSVersion = .tlsv12
        configuration.shutdownTimeout = .seconds(1)
        return Current(context: try NIOSSLContext(configuration: configuration), credentials: nil)
    }

    private static func load(_ credentials: TLSCredentials, _ needsCertificate: Bool) throws -> Current {
        var configuration = TLSConfiguration.makeServerConfigurationWithMTLS(
            certificateChain: credentials.chain.map { .certificate($0) },
            privateKey: .privateKey(credentials.privateKey),
            trustRoots: .certificates(credentials.authorities))
        configuration.minimumTLSVersion = .tlsv13
        if !needsCertificate { configuration.certificateVerification = .optionalVerification }
        // An idle peer that does not answer our goodbye must not hold up a stop for longer.
        configuration.shutdownTimeout = .seconds(1)
        return Current(context: try NIOSSLContext(configuration: configuration), credentials: credentials)
    }
}
