import Federation
import TransparencyLog

/// The keys of a node's witness and mirror: derived from the log key, so that there is nothing more to store or lose.
extension LogKey {
    /// A cosigner of `node`.
    func cosigner(_ cosigner: Cosigner, of node: NodeName) -> CosignatureSigner? {
        let name = cosigner.name(of: node)
        return CosignatureSigner(name: name, privateKey: seed(of: name))
    }

    /// The entry by which a member names this log key, the cosigners' keys beside it and its SM2 keys.
    /// - Throws: `SigningError` when the library fails.
    func registration(of member: Member, sm2: [[UInt8]] = []) throws -> NodeEntry {
        NodeEntry(
            node: member.node, party: member.code, role: member.role, name: member.name,
            logKey: Base64.encode(publicKey),
            cosignerKeys: CosignerKeys(
                witness: try named(.witness, of: member.node), mirror: try named(.mirror, of: member.node)),
            sm2Keys: sm2)
    }

    private func named(_ cosigner: Cosigner, of node: NodeName) throws -> CosignerKey {
        let name = cosigner.name(of: node)
        let statement = CosignerKey.statement(name, logKey: Base64.encode(publicKey))
        guard let signer = NoteSigner(name: CosignerKey.proofName, privateKey: seed(of: name)) else {
            throw SigningError.libraryFailure("no key of 32 bytes")
        }
        return CosignerKey(key: signer.verifier.publicKey, proof: try signer.sign(statement).signature)
    }

    private func seed(of name: String) -> [UInt8] { derivedSeed("tongzhou cosigner v1\n\(name)") }
}
