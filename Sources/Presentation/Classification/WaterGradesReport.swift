public import Compensation
public import Federation

/// What `classify --by` shows: the state of each river or basin, put into words (环办〔2011〕22号).
public struct WaterGradesReport: Report {
    /// The sections of one river or basin and one body type, over the whole file.
    public struct Waters: Sendable {
        public let name: String
        public let bodyType: BodyType
        /// Sections with data of normal status.
        public let sections: Int
        public let evaluation: BasinEvaluation

        public init(name: String, bodyType: BodyType, sections: Int, evaluation: BasinEvaluation) {
            self.name = name
            self.bodyType = bodyType
            self.sections = sections
            self.evaluation = evaluation
        }
    }

    public let file: String
    public let waters: [Waters]

    public init(_ file: String, _ waters: [Waters]) {
        self.file = file
        self.waters = waters
    }

    public var json: JSONValue {
        .members([("schema", 1), ("file", .string(file)), ("waters", .array(waters.map(Self.json)))])
    }

    public var rowsMember: String? { "waters" }

    private static func json(_ waters: Waters) -> JSONValue {
        var members: [(String, JSONValue?)] = [
            ("name", .string(waters.name)), ("body_type", .string(waters.bodyType.rawValue)),
            ("sections", .integer(Int64(waters.sections))), ("grade", .string(waters.evaluation.grade.rawValue)),
        ]
        switch waters.evaluation.basis {
        case .means(let classification): members.append(("class", .string(classification.waterClass.symbol)))
        case .shares(let shares):
            let counts = zip(WaterClass.allCases, shares.counts).map { waterClass, count in
                (waterClass.symbol, Optional(JSONValue.integer(Int64(count))))
            }
            members.append(("classes", .members(counts)))
        }
        return .members(members)
    }

    public func text(_ language: Language) -> String {
        let header = [
            Bilingual(zh: "水体", en: "waters"), Bilingual(zh: "类型", en: "type"), Bilingual(zh: "断面数", en: "sections"),
            Bilingual(zh: "依据", en: "basis"), Bilingual(zh: "水质状况", en: "state"),
        ].map { $0(language) }
        let rows = waters.map { waters in
            [
                waters.name, waters.bodyType.name(language), "\(waters.sections)",
                Self.basis(waters.evaluation.basis, language), waters.evaluation.grade.name(language),
            ]
        }
        return TextTable.rendered(header, rightAligned: [2], rows: rows) + "\n"
    }

    private static func basis(_ basis: BasinEvaluation.Basis, _ language: Language) -> String {
        switch basis {
        case .means(let classification):
            Bilingual(zh: "均值类别 ", en: "class of the means ")(language) + classification.waterClass.symbol
        case .shares(let shares):
            zip(WaterClass.allCases, shares.counts).filter { $0.1 > 0 }.map { "\($0.0.symbol) \($0.1)" }
                .joined(separator: ", ")
        }
    }
}
