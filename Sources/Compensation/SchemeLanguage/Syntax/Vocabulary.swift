/// The fixed words of the language, and how an unknown one is answered.
enum Vocabulary {
    /// Words wholly in small Latin letters (and hyphens) belong to the language, those it uses today and
    /// those it will use later: so no file that was signed can clash with a later word.
    static func belongsToLanguage(_ word: String) -> Bool {
        word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-") }
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

    /// `year` or `years`.
    static func timeUnit(_ word: SyntaxWord) throws(Complaint) -> PeriodKind {
        let known = PeriodKind.allCases.first {
            UTF8Order.areEqual($0.rawValue, word.name) || UTF8Order.areEqual($0.plural, word.name)
        }
        if let known { return known }
        throw unknown(
            "unknown-period-kind", word.name, word.position, among: PeriodKind.allCases.map(\.rawValue),
            Bilingual(zh: "时间单位", en: "unit of time"))
    }

    static func unknownUnit(_ word: SyntaxWord, _ units: Units) -> Complaint {
        unknown(
            "unknown-unit", word.name, word.position, among: units.symbols, Bilingual(zh: "单位", en: "unit"))
    }

    /// Refuses what cannot be a name.
    static func checkName(_ word: SyntaxWord) throws(Complaint) {
        if belongsToLanguage(word.name) || WaterClass(symbol: word.name) != nil {
            throw Complaint(
                "reserved-name", word.position,
                zh: "“\(word.name)”不能作名称：全小写的拉丁字母词和类别符号归语言所有。请用中文，或加上大写字母。",
                en: "\"\(word.name)\" cannot be a name: words wholly in small letters and class symbols belong"
                    + " to the language. Use Chinese or a capital letter.")
        }
        let startsWithDigit = word.name.utf8.first.map { (0x30...0x39).contains($0) } ?? true
        let hasUnitSign = word.name.unicodeScalars.contains { unitSigns.contains($0) }
        guard !startsWithDigit, !hasUnitSign, word.name.utf8.count <= 192 else {
            throw Complaint(
                "bad-name", word.position,
                zh: "“\(word.name)”不能作名称：名称不以数字开头，不含 / ² ³，至多 192 字节。",
                en: "\"\(word.name)\" cannot be a name: a name does not begin with a digit, has no / ² ³"
                    + " and at most 192 bytes.")
        }
    }

    private static let unitSigns: [Unicode.Scalar] = ["/", "²", "³", "\u{B5}", "\u{3BC}", "\u{2103}"]

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
