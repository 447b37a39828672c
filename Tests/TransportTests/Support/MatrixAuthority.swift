import Foundation

@testable import NodeService

/// Certificates as they come from an authority, and as they must not come, all made by OpenSSL.
struct MatrixAuthority {
    /// What a certificate is made of; what is not said is as it ought to be.
    struct Make: Sendable {
        /// How `openssl genpkey` is to make the key.
        var key = ["EC", "ec_paramgen_curve:P-256"]
        var digest = "sha256"
        var issuer = "ca"
        var usages = "serverAuth,clientAuth"
        var isAuthority = false
        /// The name in the certificate, when it is not the node's.
        var dnsName: String?
        /// Days from now at which it begins and ends.
        var days = (-1, 9)
    }

    let folder: String
    /// What OpenSSL is still to do, as a script: a process for each step would take minutes on a busy machine.
    private var script = "set -e\n"

    /// Two authorities that a federation may have, `ca` (EC) and `rsa-ca`, and one that it has not, `other-ca`.
    init(in folder: String) throws {
        self.folder = folder
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in ["ca", "rsa-ca", "other-ca"] {
            generate(name == "rsa-ca" ? ["RSA", "rsa_keygen_bits:2048"] : Make().key, name)
            openssl(
                "req -new -x509 -key \(name).key -subj /CN=\(name) -days 30 -sha256",
                "-addext keyUsage=critical,keyCertSign,cRLSign -out \(name).pem")
        }
    }

    func file(_ name: String, _ ending: String) -> String { "\(folder)/\(name).\(ending)" }

    func text(_ file: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/\(file)")), as: UTF8.self)
    }

    /// The authorities in which the federation believes.
    func trusted() throws -> String { try text("ca.pem") + text("rsa-ca.pem") }

    /// `<name>.pem`, `<name>.key` and, with an issuer that is no authority, `<name>.chain`.
    mutating func issue(_ name: String, for node: String, _ make: Make) throws {
        generate(make.key, name)
        let settings = """
            [ca]
            default_ca = one
            [one]
            database = \(name).index
            rand_serial = yes
            new_certs_dir = .
            policy = any
            x509_extensions = leaf
            crlnumber = \(name).number
            default_md = sha256
            [any]
            commonName = supplied
            [leaf]
            basicConstraints = critical,CA:\(make.isAuthority ? "TRUE" : "FALSE")
            keyUsage = critical,digitalSignature\(make.isAuthority ? ",keyCertSign" : "")
            subjectAltName = DNS:\(make.dnsName ?? node),URI:tongzhou://\(node)
            extendedKeyUsage = \(make.usages)
            """
        try Data(settings.utf8).write(to: URL(filePath: file(name, "cnf")))
        script += ": >\(name).index\necho 01 >\(name).number\n"
        openssl("req -new -key \(name).key -subj /CN=\(node) -out \(name).csr")
        openssl(
            "ca -batch -notext -config \(name).cnf -md \(make.digest) -startdate", Self.time(make.days.0), "-enddate",
            Self.time(make.days.1), "-in \(name).csr -out \(name).pem",
            make.issuer.isEmpty
                ? "-selfsign -keyfile \(name).key" : "-cert \(make.issuer).pem -keyfile \(make.issuer).key")
        let above = make.issuer.isEmpty || make.issuer.hasSuffix("ca") ? "" : "\(make.issuer).pem"
        script += "cat \(name).pem \(above) >\(name).chain\n"
    }

    /// `<name>.crl`: the list of `ca`, on which `name` stands.
    mutating func revoke(_ name: String) {
        let authority = "-config \(name).cnf -cert ca.pem -keyfile ca.key"
        openssl("ca -batch -revoke \(name).pem", authority)
        openssl("ca -gencrl -crldays 7 -out \(name).crl", authority)
    }

    /// Has OpenSSL do all of it.
    func make() async throws {
        let result = try await Tool.run(["bash", "-c", "cd '\(folder)'\n\(script)"])
        guard result.status == 0 else { throw CertificateFailure(.unissuable, result.errors) }
    }

    private mutating func generate(_ key: [String], _ name: String) {
        openssl("genpkey -algorithm \(key[0]) -pkeyopt \(key[1]) -out \(name).key")
    }

    private mutating func openssl(_ arguments: String...) {
        script += "openssl \(arguments.joined(separator: " "))\n"
    }

    private static func time(_ days: Int) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "UTC")
        format.dateFormat = "yyyyMMddHHmmss'Z'"
        return format.string(from: Date() + Double(days) * 86_400)
    }
}
