/// The fixed words of the language, and how an unknown one is answered.
enum Vocabulary {
    /// Words wholly in small Latin letters (and hyphens) belong to the language, those it uses today and
    /// those it will use later: so no file that was signed can clash with a later word.
    static func belongsToLanguage(_ word: String) -> Bool {
        word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-") }
    }

    static func indicator(_ word: String, _ position: SourcePosition) throws(Complaint) -> Indicator {
        if let known = Indicator(written: word) { return known }
        throw unknown(
            "unknown-indicator", word, position, among: Indicator.all.map(\.symbol),
            Bilingual(zh: "监测指标", en: "indicator"))
    }

    static func status(_ word: String, _ position: SourcePosition) throws(Complaint) -> ReadingStatus {
        if let known = ReadingStatus(rawValue: word) { return known }
        throw unknown(
            "unknown-status", word, position, among: ReadingStatus.allCases.map(\.rawValue),
            Bilingual(zh: "监测状态", en: "status"))
    }

    static func roundingRule(_ word: String, _ position: SourcePosition) throws(Complaint) -> RoundingRule {
        if let known = RoundingRule(rawValue: word) { return known }
        throw unknown(
            "unknown-rounding", word, position, among: RoundingRule.allCases.map(\.rawValue),
            Bilingual(zh: "修约方式", en: "rounding rule"))
    }

    static func bodyType(_ word: String, _ position: SourcePosition) throws(Complaint) -> BodyType {
        if let known = BodyType(rawValue: word) { return known }
        throw unknown(
            "unknown-body-type", word, position, among: BodyType.allCases.map(\.rawValue),
            Bilingual(zh: "水体类型", en: "body type"))
    }

    static func periodKind(_ word: String, _ position: SourcePosition) throws(Complaint) -> PeriodKind {
        if let known = PeriodKind(rawValue: word) { return known }
        throw unknown(
            "unknown-period-kind", word, position, among: PeriodKind.allCases.map(\.rawValue),
            Bilingual(zh: "核算期", en: "period"))
    }

    static func unknown(
        _ code: String, _ word: String, _ position: SourcePosition, among known: [String], _ what: Bilingual
    ) -> Complaint {
        let list = known.joined(separator: ", ")
        let nearest = Spelling.nearest(to: word, among: known)
        return Complaint(
            code, position,
            zh: "没有名为“\(word)”的\(what.zh)。" + (nearest.map { "是否指“\($0)”？" } ?? "") + "可用：\(list)。",
            en: "There is no \(what.en) \"\(word)\". " + (nearest.map { "Did you mean \"\($0)\"? " } ?? "")
                + "Use one of: \(list).")
    }
}
