package import Federation
package import TransparencyLog

/// The keys of a made-up member, the same every time.
package struct MemberKeys: Sendable {
    private let node: NodeName

    package init(_ node: NodeName) { self.node = node }

    package func signer(of origin: LogOrigin) throws -> NoteSigner { try signer(named: origin.text, "log") }

    func publicKey() throws -> [UInt8] { try signer(named: "log", "log").verifier.publicKey }

    package func witness() throws -> CosignatureSigner {
        let name = Cosigner.witness.name(of: node)
        guard let signer = CosignatureSigner(name: name, privateKey: seed(name)) else {
            throw NationalYear.Broken("MemberKeys.witness")
        }
        return signer
    }

    func cosignerKeys() throws -> CosignerKeys {
        CosignerKeys(witness: try named(.witness), mirror: try named(.mirror))
    }

    private func named(_ cosigner: Cosigner) throws -> CosignerKey {
        let name = cosigner.name(of: node)
        let statement = CosignerKey.statement(name, logKey: Base64.encode(try publicKey()))
        let signer = try signer(named: CosignerKey.proofName, name)
        return CosignerKey(key: signer.verifier.publicKey, proof: try signer.sign(statement).signature)
    }

    private func signer(named name: String, _ purpose: String) throws -> NoteSigner {
        guard let signer = NoteSigner(name: name, privateKey: seed(purpose)) else {
            throw NationalYear.Broken("MemberKeys.signer")
        }
        return signer
    }

    private func seed(_ purpose: String) -> [UInt8] {
        Array(ContentDigest(of: Array("\(node.text) \(purpose)".utf8)).hex.utf8.prefix(32))
    }
}
