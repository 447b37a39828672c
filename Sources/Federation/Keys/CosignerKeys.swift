import TransparencyLog

/// The keys of a node's cosigners while one log key signs.
public struct CosignerKeys: Equatable, Sendable {
    public let witness: CosignerKey
    public let mirror: CosignerKey

    public init(witness: CosignerKey, mirror: CosignerKey) {
        self.witness = witness
        self.mirror = mirror
    }

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        witness = try CosignerKey(json: try fields.value("witness"), path: "\(path).witness")
        mirror = try CosignerKey(json: try fields.value("mirror"), path: "\(path).mirror")
        try fields.finish()
    }

    var json: JSONValue { .members([("witness", witness.json), ("mirror", mirror.json)]) }

    public subscript(cosigner: Cosigner) -> CosignerKey {
        switch cosigner {
        case .witness: witness
        case .mirror: mirror
        }
    }

    /// Whether each key has said that it is this node's, and none serves two names (C2SP tlog-cosignature).
    func areProven(of node: NodeName, logKey: String) -> Bool {
        guard witness.key != mirror.key,
            !Cosigner.allCases.contains(where: { Base64.encode(self[$0].key).sameBytes(as: logKey) })
        else { return false }
        return Cosigner.allCases.allSatisfy { self[$0].isProven($0.name(of: node), logKey: logKey) }
    }
}
