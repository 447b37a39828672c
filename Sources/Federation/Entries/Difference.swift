/// The first place where two computations of one settlement part. Numbers and codes only: wording is Presentation's.
public struct Difference: Sendable {
    public enum Subject: String, Sendable {
        /// Different scheme bytes.
        case scheme
        /// A reading that differs or that only one side has.
        case input
        /// Same inputs and scheme, another intermediate value.
        case step
        /// The proposal's own cut does not give the digest it states.
        case computation
        /// This node cannot compute the period.
        case notComputable = "not-computable"
        /// An operator's words about the place named; no computation found it.
        case words
    }

    public let subject: Subject
    /// What differs: `<section> <time> <indicator>`, a step's name, or a code.
    public let place: String
    /// Value here and value in the proposal; `-` for none.
    public let own: String
    public let other: String

    public init(subject: Subject, place: String, own: String, other: String) {
        self.subject = subject
        self.place = Self.fitting(place, Self.longestPlace)
        self.own = Self.fitting(own, Self.longestValue)
        self.other = Self.fitting(other, Self.longestValue)
    }

    private static let longestPlace = 1000
    private static let longestValue = 4000

    /// An objection has to be sayable however long the value is that differs; the digests say the rest.
    private static func fitting(_ text: String, _ limit: Int) -> String {
        guard text.utf8.count > limit else { return text.isEmpty ? "-" : text }
        var kept = ""
        for scalar in text.unicodeScalars {
            guard kept.utf8.count + UTF8.width(scalar) + "…".utf8.count <= limit else { break }
            kept.unicodeScalars.append(scalar)
        }
        return kept + "…"
    }

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        subject = try fields.parsed("subject") { Subject(rawValue: $0) }
        place = try fields.string("place", limit: Self.longestPlace)
        own = try fields.string("own", limit: Self.longestValue)
        other = try fields.string("other", limit: Self.longestValue)
        try fields.finish()
    }

    var json: JSONValue {
        .members([
            ("subject", .string(subject.rawValue)), ("place", .string(place)), ("own", .string(own)),
            ("other", .string(other)),
        ])
    }
}
