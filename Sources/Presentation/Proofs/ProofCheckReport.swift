public import Compensation
public import Federation
public import TransparencyLog

/// What `proof verify` shows: each file, and whose keys were believed.
public struct ProofCheckReport: Report {
    public let checks: [ProofCheck]
    /// The keys that came with the files, and not from the person who checks.
    public let unconfirmed: [NoteVerifier]
    /// Whether every file is proven and has a line under every cosigner's key; `nil` when no such key was given. Lines
    /// can be taken out of a file by anybody, and the proof holds without them.
    public let isCosigned: Bool?

    /// - Parameter asked: whether keys of cosigners were given.
    public init(_ checks: [ProofCheck], unconfirmed: [NoteVerifier], cosigners asked: Bool) {
        self.checks = checks
        self.unconfirmed = unconfirmed
        isCosigned = asked ? checks.allSatisfy(\.isCosigned) : nil
    }

    public var isProven: Bool { checks.allSatisfy { (try? $0.result.get()) != nil } }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("proven", .bool(isProven)), ("cosigned", isCosigned.map { .bool($0) }),
            ("files", .array(checks.map(\.json))),
            ("unconfirmed_keys", .array(unconfirmed.map { .string($0.vkey) })),
        ])
    }

    public var rowsMember: String? { "files" }

    public func text(_ language: Language) -> String {
        (checks.flatMap { $0.lines(language) } + KeyAdvice.lines(unconfirmed, language)).map { $0 + "\n" }.joined()
    }
}
