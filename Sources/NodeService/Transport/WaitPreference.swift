/// The preference `wait=<seconds>` of the `Prefer` field (RFC 7240 section 4.3).
enum WaitPreference {
    /// The longest a request is parked, in seconds.
    static let limit = 30

    /// Seconds the reader is willing to wait, 0...30; 0 when the field has no valid `wait`.
    static func seconds(_ field: String) -> Int {
        for preference in field.split(separator: ",") {
            let token = preference.split(separator: ";", maxSplits: 1).first ?? ""
            let parts = token.split(separator: "=", maxSplits: 1).map { word in
                word.filter { $0 != " " && $0 != "\t" }
            }
            guard parts.count == 2, parts[0].lowercased() == "wait" else { continue }
            guard (1...9).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy({ (48...57).contains($0) }),
                let seconds = Int(parts[1])
            else { return 0 }
            return min(seconds, limit)
        }
        return 0
    }
}
