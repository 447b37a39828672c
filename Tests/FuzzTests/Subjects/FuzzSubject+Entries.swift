import Compensation
import Federation
import TransparencyLog

/// Canonical documents and the words in them.
extension FuzzSubject {
    static let entries: [FuzzSubject] = [
        FuzzSubject(
            "json", canonical: { bytes in (try? CanonicalJSON.decode(bytes)).map { CanonicalJSON.encode($0) } }),
        FuzzSubject(
            "entry",
            canonical: { bytes in
                guard let log = LogOrigin(FuzzLog.origin), let entry = try? SignedEntry(bytes: bytes, foundIn: log)
                else { return nil }
                try Violation.unless(
                    entry.log == log && bytes.count <= SignedEntry.largestSize, "of another log, or too long")
                return try entry.encoded()
            }),
        FuzzSubject(
            "evidence",
            canonical: { bytes in
                guard case .success(let evidence) = Evidence.parse(bytes) else { return nil }
                if case .success(let fork) = evidence.examine() {
                    try Violation.unless(fork.firstRoot != fork.secondRoot, "no fork")
                }
                return evidence.bytes
            }),
        FuzzSubject(
            "bundle-header",
            canonical: { bytes in
                guard let header = try? BundleHeader(parsing: bytes) else { return nil }
                for log in header.logs.prefix(4) {
                    let plan = BundlePlan(log)
                    for (position, resource) in plan.resources.prefix(64).enumerated() {
                        try Violation.unless(
                            plan.position(of: resource) == position, "\(resource.path) is not at \(position)")
                        let line = BundleRecord.line(resource, length: 7)
                        try Violation.unless(line.count <= BundleRecord.longestLine, "a record line too long")
                        try Violation.unless(try BundleRecord.length(in: line, of: resource) == 7, "another length")
                    }
                }
                return header.bytes
            }),
        FuzzSubject("words", words),
    ]

    /// Every reader of a word writes back what it took.
    private static func words(_ bytes: [UInt8]) throws -> Bool {
        guard let text = String(validating: bytes, as: UTF8.self) else { return false }
        let written: [(String, String?)] = [
            ("origin", LogOrigin(text)?.text), ("node", NodeName(text)?.text), ("channel", ChannelName(text)?.text),
            ("timestamp", Timestamp(text)?.text), ("period", Period(text)?.text), ("party", PartyCode(text)?.text),
            ("section", SectionID(text)?.text), ("agreement", AgreementID(text)?.text),
            ("decimal", ExactDecimal(text)?.text), ("measured", MeasuredValue(text)?.text),
            ("time", CivilTime(text: text)?.text), ("digest", ContentDigest(hex: text)?.hex),
            ("base64", Base64.decode(text).map { Base64.encode($0) }), ("hex", Hex.decode(text).map { Hex.encode($0) }),
        ]
        for (kind, word) in written {
            guard let word else { continue }
            try Violation.unless(word.utf8.elementsEqual(text.utf8), "\(kind) written back as \(word)")
        }
        return written.contains { $0.1 != nil }
    }
}
