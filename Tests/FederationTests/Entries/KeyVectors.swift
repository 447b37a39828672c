import Compensation
import Federation
import Testing
import TransparencyLog

/// Vectors of the kinds that speak about keys and epochs.
///
/// Keys are those of RFC 8032 section 7.1, tests 1 and 2; the proof was made with `openssl pkeyutl -sign -rawin`.
enum KeyVectors {
    static let first = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
    static let second = "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw="
    static let proof = "CzJc3EUlnwYXFuWCaujmwBLs32pHT4HmLPMLB02/MTDX2uImrlr3PNp/1dA0qm6AZ0xRZNql0B+JyoTAhKaIBA=="

    /// The keys that `first` has for the cosigners of 500000.tongzhou.test, derived and signed with Python's
    /// `cryptography` as `docs/entries.md` says.
    static let witness = "G3a9x/Ml2kTqGak+D2UoTVz1KByJ5DEILGFQW29W6U8="
    static let witnessProof = "3dFShuqTj/McwlEVoyYHobZgG0UD+Fp6vQpzPeMmJ0ustdgGFfFStl/5qsGMeObCeuX5Qk8IgLnFu3lmESpwAg=="
    static let mirror = "REkVoIHqZtOwpsr+SiF+MtNimyB7kAqzU5lRHE/9bZY="
    static let mirrorProof = "X5mKygotIuimthF5PhFutFtPwlCaZWnlBEedz6Fs/OLBeGbpTJdVNzrIWAExjeB2P5R1Ai1y/qGlDDjCGFR5DA=="

    static func cosignerKeys() throws -> CosignerKeys {
        CosignerKeys(
            witness: CosignerKey(key: try bytes(witness), proof: try bytes(witnessProof)),
            mirror: CosignerKey(key: try bytes(mirror), proof: try bytes(mirrorProof)))
    }

    static func registration() throws -> NodeEntry {
        NodeEntry(
            node: try node(), party: try EntryVectors.party("500000"), role: .province,
            name: Bilingual(zh: "重庆市", en: "Chongqing"), logKey: first, cosignerKeys: try cosignerKeys())
    }

    static func bytes(_ base64: String) throws -> [UInt8] { try #require(Base64.decode(base64)) }
    private static func node() throws -> NodeName { try #require(NodeName("500000.tongzhou.test")) }

    static func rotation() throws -> KeyRotationEntry {
        KeyRotationEntry(node: try node(), oldKey: try bytes(first), newKey: try bytes(second), proof: try bytes(proof))
    }

    static let all = [
        EntryVector(
            #"{"at":"2021-05-06T09:30:05+08:00","kind":"key-rotation","log":"500000.tongzhou.test/youshui/1","#
                + #""new_key":"PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=","node":"500000.tongzhou.test","#
                + #""old_key":"11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=","#
                + #""proof":"CzJc3EUlnwYXFuWCaujmwBLs32pHT4HmLPMLB02/MTDX2uImrlr3PNp/1dA0qm6AZ0xRZNql0B+JyoTAhKaIBA==","#
                + #""v":1}"#
        ) { .keyRotation(try rotation()) },
        EntryVector(
            #"{"at":"2021-05-06T09:30:05+08:00","kind":"key-countersignature","log":"500000.tongzhou.test/youshui/1","#
                + #""new_key":"PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=","node":"500000.tongzhou.test","#
                + #""old_key":"11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=","#
                + #""rotation":{"index":7,"log":"430000.tongzhou.test/common/1"},"v":1}"#
        ) {
            .keyCountersignature(
                KeyCountersignatureEntry(
                    node: try node(), rotation: try EntryVectors.place("430000.tongzhou.test/common/1", 7),
                    oldKey: try bytes(first), newKey: try bytes(second)))
        },
        EntryVector(
            #"{"at":"2021-05-06T09:30:05+08:00","key":"11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=","#
                + #""kind":"key-retirement","log":"500000.tongzhou.test/youshui/1","node":"500000.tongzhou.test","v":1}"#
        ) { .keyRetirement(KeyRetirementEntry(node: try node(), key: try bytes(first))) },
        EntryVector(
            #"{"at":"2021-05-06T09:30:05+08:00","kind":"epoch-opened","log":"500000.tongzhou.test/youshui/1","#
                + #""previous":{"log":"500000.tongzhou.test/common/1","#
                + #""root":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","size":0},"v":1}"#
        ) {
            .epochOpened(
                EpochOpenedEntry(
                    previous: CutLog(
                        log: try #require(LogOrigin("500000.tongzhou.test/common/1")), size: 0,
                        root: MerkleHash.emptyTree)))
        },
        EntryVector(
            #"{"at":"2021-05-06T09:30:05+08:00","kind":"epoch-closed","log":"500000.tongzhou.test/youshui/1","#
                + #""next":"500000.tongzhou.test/youshui/2","v":1}"#
        ) { .epochClosed(EpochClosedEntry(next: try #require(LogOrigin("500000.tongzhou.test/youshui/2")))) },
    ]
}
