public import Compensation
public import Federation

/// Whose witnesses have cosigned the newest checkpoint of an own log, and how many there are to ask.
public struct OwnLogCosignatures: Sendable {
    /// Peers whose witness is asked.
    public let asked: Int
    /// In order of node.
    public let witnesses: [(node: NodeName, name: Bilingual, time: Timestamp)]

    public init(asked: Int, witnesses: [(node: NodeName, name: Bilingual, time: Timestamp)]) {
        self.asked = asked
        self.witnesses = witnesses
    }

    var json: JSONValue {
        .array(
            witnesses.map {
                .members([("witness", .string($0.node.text)), ("time", .string($0.time.text))])
            })
    }

    /// `2/3: 湖南省, …`
    func text(_ language: Language) -> String {
        let names = witnesses.map { $0.name(language) }.joined(separator: Bilingual(zh: "、", en: ", ")(language))
        return "\(witnesses.count)/\(asked)" + (names.isEmpty ? "" : Bilingual(zh: "：", en: ": ")(language) + names)
    }
}
