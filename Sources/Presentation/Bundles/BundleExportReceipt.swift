public import Compensation
public import Federation

/// What was written for a peer, or that there was nothing new.
public struct BundleExportReceipt: Report {
    /// The finished file.
    public struct File: Sendable {
        public let path: String
        public let bytes: Int
        /// SHA-256 of everything before the last line, hexadecimal.
        public let digest: String

        public init(path: String, bytes: Int, digest: String) {
            self.path = path
            self.bytes = bytes
            self.digest = digest
        }
    }

    public let recipient: NodeName
    public let file: File?
    public let logs: [BundleLog]

    public init(recipient: NodeName, file: File?, logs: [BundleLog]) {
        self.recipient = recipient
        self.file = file
        self.logs = logs
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("for", .string(recipient.text)), ("file", file.map { .string($0.path) } ?? .null),
            ("bytes", file.map { .integer(Int64($0.bytes)) }), ("sha256", file.map { .string($0.digest) }),
            (
                "logs",
                .array(
                    logs.map {
                        .members([
                            ("origin", .string($0.origin.text)), ("from", .integer(Int64($0.from))),
                            ("to", .integer(Int64($0.to))),
                        ])
                    })
            ),
        ])
    }

    public var rowsMember: String? { "logs" }

    public func text(_ language: Language) -> String {
        guard let file else {
            return Bilingual(
                zh: "自上次为 \(recipient.text) 导出以来没有新内容，未写文件；需要重做时用 --full",
                en:
                    "nothing new since the last bundle for \(recipient.text), no file was written; --full makes one again"
            )(
                language) + "\n"
        }
        let head = Bilingual(
            zh: "已写出 \(TerminalText.visible(file.path))（\(file.bytes) 字节），交给 \(recipient.text)：",
            en: "wrote \(TerminalText.visible(file.path)) (\(file.bytes) bytes) for \(recipient.text):")
        let rows = logs.map { log in
            Bilingual(
                zh: "  \(log.origin.text)：\(log.from) 至 \(log.to)，\(log.to - log.from) 条",
                en: "  \(log.origin.text): \(log.from) to \(log.to), \(log.to - log.from) entries")(language)
        }
        return ([head(language)] + rows).joined(separator: "\n") + "\n"
    }
}
