public import Compensation
public import Federation

/// How fast single readings were recorded.
public struct RecordingFigures: Report {
    public let records: Int
    public let clients: Int
    public let milliseconds: Int
    public let folder: String

    public init(records: Int, clients: Int, milliseconds: Int, folder: String) {
        self.records = records
        self.clients = clients
        self.milliseconds = milliseconds
        self.folder = folder
    }

    private var perSecond: Int { records * 1000 / max(1, milliseconds) }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("records", .integer(Int64(records))), ("clients", .integer(Int64(clients))),
            ("milliseconds", .integer(Int64(milliseconds))), ("records_per_second", .integer(Int64(perSecond))),
            ("folder", .string(folder)),
        ])
    }

    public func text(_ language: Language) -> String {
        Bilingual(
            zh: """
                \(folder)：\(clients) 路同时逐条记录 \(records) 条监测数据，每条均在签名并落盘后才答复。
                每秒 \(perSecond) 条，用时 \(milliseconds) 毫秒。

                """,
            en: """
                \(folder): \(clients) clients recorded \(records) single readings, each answered when signed and durable.
                \(perSecond) a second, \(milliseconds) ms in all.

                """)(language)
    }
}
