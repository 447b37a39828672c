public import TransparencyLog

/// Which keys verify what a member's witness and mirror cosign.
extension KeyRegister {
    /// The keys that a member's `common` log names beside one of its log keys; `nil` when it names none that are
    /// proven. A log that a former key signed speaks for that key alone.
    public func cosignerKeys(of node: NodeName, beside logKey: [UInt8]) -> CosignerKeys? {
        let text = Base64.encode(logKey)
        return namings.last { record in
            record.reference.log.node == node && record.body.logKey.sameBytes(as: text)
                && keys(for: record.reference.log)?.accepted.contains(logKey) ?? false
        }?.body.cosignerKeys
    }

    /// The verifiers of one cosigner of a member: one per accepted log key, and its SM2 keys. Empty for a stranger, and
    /// until its `common` log has been read.
    public func cosigners(_ cosigner: Cosigner, of node: NodeName) -> [CosignatureVerifier] {
        let name = cosigner.name(of: node)
        let named = (keys(of: node)?.accepted ?? []).compactMap { cosignerKeys(of: node, beside: $0) }.compactMap {
            CosignatureVerifier(name: name, publicKey: $0[cosigner].key)
        }
        guard !named.isEmpty else { return [] }
        return named + sm2Keys(of: node).compactMap { CosignatureVerifier(name: name, publicKey: $0, algorithm: .sm2) }
    }
}
