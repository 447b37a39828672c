public import Compensation
public import Federation

/// One node's TLS certificate as it is shown on a connection, or why there is none to show.
public struct CertificateCard: Sendable {
    public struct Facts: Sendable {
        let subject: String
        /// Subject alternative names such as `DNS:500000.tongzhou.test`.
        let names: [String]
        let issuer: String
        let serial: String
        let notBefore: Timestamp
        /// The last moment of validity.
        let notAfter: Timestamp
        /// The whole certificate in DER: what its fingerprint is taken of.
        let encoded: [UInt8]
        /// SHA-256 of the SubjectPublicKeyInfo, hexadecimal.
        let keyDigest: String

        public init(
            subject: String, names: [String], issuer: String, serial: String, notBefore: Timestamp,
            notAfter: Timestamp, encoded: [UInt8], keyDigest: String
        ) {
            self.subject = subject
            self.names = names
            self.issuer = issuer
            self.serial = serial
            self.notBefore = notBefore
            self.notAfter = notAfter
            self.encoded = encoded
            self.keyDigest = keyDigest
        }
    }

    /// Why it cannot be used, with a code of `docs/errors.md`.
    public struct Problem: Sendable {
        let code: String
        let text: Bilingual

        public init(code: String, text: Bilingual) {
            self.code = code
            self.text = text
        }
    }

    public let node: NodeName
    public let name: Bilingual
    public let isOwn: Bool
    public let facts: Facts?
    public let problem: Problem?

    public init(_ node: NodeName, _ name: Bilingual, isOwn: Bool, facts: Facts? = nil, problem: Problem? = nil) {
        self.node = node
        self.name = name
        self.isOwn = isOwn
        self.facts = facts
        self.problem = problem
    }

    func json(_ now: Timestamp) -> JSONValue {
        .members(
            [
                ("node", .string(node.text)), ("own", .bool(isOwn)),
                ("problem", problem.map { .string($0.code) }), ("problem_zh", problem.map { .string($0.text.zh) }),
                ("problem_en", problem.map { .string($0.text.en) }),
            ]
                + (facts.map { facts in
                    [
                        ("subject", .string(facts.subject)), ("names", .array(facts.names.map { .string($0) })),
                        ("issuer", .string(facts.issuer)), ("serial", .string(facts.serial)),
                        ("not_before", .string(facts.notBefore.text)), ("not_after", .string(facts.notAfter.text)),
                        ("days_left", .integer(facts.daysLeft(now))),
                        ("fingerprint", .string(KeyFingerprint(of: facts.encoded).hex)),
                        ("tls_key", .string(facts.keyDigest)),
                    ]
                } ?? []))
    }

    /// Its facts, one a line, and the fingerprint in groups; `spoken` adds how to read it aloud.
    func lines(_ language: Language, now: Timestamp, spoken: Bool) -> [String] {
        let whose =
            isOwn ? Bilingual(zh: "本节点", en: "own") : Bilingual(zh: "邻居", en: "peer")
        let head = "\(name(language)) (\(node.text))  \(whose(language))"
        let trouble = problem.map {
            ["  \(Bilingual(zh: "不可用：\($0.text.zh)", en: "not usable: \($0.text.en)")(language))"]
        }
        let facts = facts?.lines(language, now: now) ?? []
        let aloud =
            (spoken ? self.facts : nil).map {
                SpokenFingerprint.groups(KeyFingerprint(of: $0.encoded), language).map {
                    "    \($0.digits)  \($0.words)"
                }
            } ?? []
        return ([head] + (trouble ?? []) + facts).map(TerminalText.visible) + aloud
    }
}

extension CertificateCard.Facts {
    /// Whole days until the end; none once it has come.
    func daysLeft(_ now: Timestamp) -> Int64 { max(0, (notAfter.secondsSinceEpoch - now.secondsSinceEpoch) / 86_400) }

    fileprivate func lines(_ language: Language, now: Timestamp) -> [String] {
        let digits = Array(KeyFingerprint(of: encoded).hex.utf8)
        let groups = stride(from: 0, to: digits.count, by: 4).map {
            String(decoding: digits[$0..<$0 + 4], as: UTF8.self)
        }
        let (from, to) = (notBefore.text.prefix(10), notAfter.text.prefix(10))
        let days = daysLeft(now)
        return [
            Bilingual(zh: "主体    \(subject)", en: "subject   \(subject)"),
            Bilingual(
                zh: "名称    \(names.joined(separator: "，"))", en: "names     \(names.joined(separator: ", "))"),
            Bilingual(zh: "签发者  \(issuer)", en: "issuer    \(issuer)"),
            Bilingual(zh: "有效期  \(from) 至 \(to)，还有 \(days) 天", en: "valid     \(from) to \(to), \(days) days left"),
            Bilingual(
                zh: "SHA-256 \(groups.prefix(8).joined(separator: " "))",
                en: "SHA-256   \(groups.prefix(8).joined(separator: " "))"),
            Bilingual(
                zh: "        \(groups.dropFirst(8).joined(separator: " "))",
                en: "          \(groups.dropFirst(8).joined(separator: " "))"),
        ].map { "  " + $0(language) }
    }
}
