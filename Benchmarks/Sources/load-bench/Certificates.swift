import Federation
import NIOCore
import NIOSSL

/// The members' certificates in a folder made by `tongzhou certs`.
struct Certificates {
    let folder: String

    func clientContext(of node: NodeName) throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv13
        configuration.trustRoots = .file(folder + "/ca.pem")
        let (chain, key) = try pair(node.text)
        configuration.certificateChain = chain
        configuration.privateKey = key
        return try NIOSSLContext(configuration: configuration)
    }

    /// One context for all members: the name in the handshake chooses the certificate.
    func serverContext(of nodes: [NodeName]) throws -> NIOSSLContext {
        var pairs: [String: ([NIOSSLCertificateSource], NIOSSLPrivateKeySource)] = [:]
        for node in nodes { pairs[node.text] = try pair(node.text) }
        let (chain, key) = try pair(nodes[0].text)
        var configuration = TLSConfiguration.makeServerConfigurationWithMTLS(
            certificateChain: chain, privateKey: key, trustRoots: .file(folder + "/ca.pem"))
        configuration.minimumTLSVersion = .tlsv13
        configuration.sslContextCallback = { [pairs] values, promise in
            guard let (chain, key) = values.serverHostname.flatMap({ pairs[$0] }) else {
                return promise.fail(LoadProblem("unknown host"))
            }
            var chosen = NIOSSLContextConfigurationOverride()
            chosen.certificateChain = chain
            chosen.privateKey = key
            promise.succeed(chosen)
        }
        return try NIOSSLContext(configuration: configuration)
    }

    private func pair(_ name: String) throws -> ([NIOSSLCertificateSource], NIOSSLPrivateKeySource) {
        let path = "\(folder)/\(name)"
        return (
            try NIOSSLCertificate.fromPEMFile(path + ".pem").map { .certificate($0) },
            .privateKey(try NIOSSLPrivateKey(file: path + ".key", format: .pem))
        )
    }
}
