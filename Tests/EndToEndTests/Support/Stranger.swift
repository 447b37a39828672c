import Foundation

/// Certificates that a federation has to refuse, and independent TLS clients and servers to show them.
struct Stranger {
    let scratch: ScratchFolder

    /// A folder with an authority of its own, and certificates for `names`.
    func otherAuthority(_ names: String...) async throws -> String {
        try await Run.done(["certs", "--folder", scratch("other")] + names)
        return scratch("other")
    }

    /// A certificate of the federation's own authority for `name` that ended in 2021; its key is `<name>-old.key`.
    func expired(_ name: String, authority: String) async throws -> (certificate: String, key: String) {
        let folder = scratch("expired")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data().write(to: URL(filePath: folder + "/index"))
        let settings = """
            [ca]
            default_ca = one
            [one]
            database = \(folder)/index
            rand_serial = yes
            new_certs_dir = \(folder)
            default_md = sha256
            policy = any
            x509_extensions = leaf
            [any]
            commonName = supplied
            [leaf]
            basicConstraints = critical,CA:FALSE
            keyUsage = critical,digitalSignature
            extendedKeyUsage = serverAuth,clientAuth
            subjectAltName = DNS:\(name),URI:tongzhou://\(name)
            """
        try Data(settings.utf8).write(to: URL(filePath: folder + "/ca.cnf"))
        try await openssl(
            "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
            "\(folder)/old.key", "-subj", "/CN=\(name)", "-out", "\(folder)/old.csr")
        try await openssl(
            "ca", "-batch", "-notext", "-config", "\(folder)/ca.cnf", "-cert", "\(authority)/ca.pem", "-keyfile",
            "\(authority)/ca.key", "-startdate", "20200101000000Z", "-enddate", "20210101000000Z", "-in",
            "\(folder)/old.csr", "-out", "\(folder)/old.pem")
        return ("\(folder)/old.pem", "\(folder)/old.key")
    }

    private func openssl(_ arguments: String...) async throws {
        let result = try await Run.program("openssl", arguments)
        guard result.exitCode == 0 else { throw TestProblem("openssl \(arguments): \(result)") }
    }

    /// What curl gets from `node`: exit code, status and header fields on standard output, then the body.
    func curl(
        _ node: TestNode, _ path: String, trusting authority: String, _ options: String...
    ) async throws -> CommandResult {
        try await Run.program(
            "curl",
            [
                "--silent", "--show-error", "--include", "--max-time", "60", "--resolve",
                "\(node.name):\(node.port):127.0.0.1", "--cacert", authority,
            ] + options + ["https://\(node.name):\(node.port)\(path)"])
    }

    /// A TLS server on `port` that completes any handshake with the certificate it is given.
    func server(port: Int, certificate: String, key: String) throws -> ChildProcess {
        try ChildProcess(
            "openssl",
            [
                "s_server", "-accept", "127.0.0.1:\(port)", "-cert", certificate, "-key", key, "-verify", "1",
                "-tls1_3", "-quiet", "-www",
            ], output: "/dev/null", errors: "/dev/null")
    }
}
