import Federation
import Testing
import TransparencyLog

/// A log key of a test: seed of 32 equal bytes, as `World` gives its members (1, 2, 3, 4 in their order).
struct TestKey {
    let seed: [UInt8]

    init(_ byte: UInt8) { seed = Array(repeating: byte, count: 32) }

    static let chongqing = TestKey(1)

    func signer(_ name: String) throws -> NoteSigner { try #require(NoteSigner(name: name, privateKey: seed)) }

    var publicKey: [UInt8] { get throws { try signer("key").verifier.publicKey } }

    /// The proof this key makes for a rotation to it; `statement` for another text than the right one.
    func rotation(_ code: String, from old: TestKey, statement: String? = nil) throws -> KeyRotationEntry {
        let node = try #require(NodeName("\(code).tongzhou.test"))
        let text = KeyRotationEntry.statement(node: node, oldKey: try old.publicKey, newKey: try publicKey)
        let proof = try signer(KeyRotationEntry.proofName).sign(statement ?? text).signature
        return KeyRotationEntry(node: node, oldKey: try old.publicKey, newKey: try publicKey, proof: proof)
    }
}
