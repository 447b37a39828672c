public import Compensation
public import Federation

/// What `restore` shows: what is in place now, where the old files are, what comes next.
public struct RestoreReceipt: Report {
    public let file: String
    public let logs: [CheckedLog]
    public let dryRun: Bool
    /// Folder that the files which were there are moved to; `nil` when there were none.
    public let movedTo: String?
    /// Own logs of which the folder held more than the backup: origin, entries there, entries in the backup.
    public let shorter: [(origin: LogOrigin, held: Int, restored: Int)]

    /// Files of the desk beside the backup.
    public let desk: [DeskRestoreFile]

    public init(
        file: String, logs: [CheckedLog], dryRun: Bool, movedTo: String?,
        shorter: [(origin: LogOrigin, held: Int, restored: Int)], desk: [DeskRestoreFile]
    ) {
        self.file = file
        self.logs = logs
        self.dryRun = dryRun
        self.movedTo = movedTo
        self.shorter = shorter
        self.desk = desk
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("file", .string(file)), ("dry_run", .bool(dryRun)), ("logs", .array(logs.map(\.json))),
            ("moved_to", movedTo.map { .string($0) }),
            ("desk", desk.isEmpty ? nil : .array(desk.map(\.json))),
            (
                "shorter",
                .array(
                    shorter.map {
                        .members([
                            ("origin", .string($0.origin.text)), ("held", .integer(Int64($0.held))),
                            ("restored", .integer(Int64($0.restored))),
                        ])
                    })
            ),
        ])
    }

    public func text(_ language: Language) -> String {
        var lines = [
            dryRun
                ? Bilingual(
                    zh: "试运行，未改动任何文件。备份完好：\(file)", en: "dry run, nothing was changed. The backup is sound: \(file)")
                : Bilingual(zh: "已恢复：\(file)", en: "restored: \(file)")
        ]
        lines += logs.map {
            Bilingual(zh: "\($0.origin.text)  \($0.size) 条", en: "\($0.origin.text)  \($0.size) entries")
        }
        if let movedTo {
            lines.append(
                dryRun
                    ? Bilingual(zh: "原有数据库将移至 \(movedTo)", en: "the present databases would be moved to \(movedTo)")
                    : Bilingual(
                        zh: "原有数据库已移至 \(movedTo)，未删除", en: "the databases that were there are kept in \(movedTo)"))
        }
        lines += shorter.map {
            Bilingual(
                zh: "注意：\($0.origin.text) 原有 \($0.held) 条，备份中只有 \($0.restored) 条；缺少的须从邻居的镜像找回",
                en:
                    "note: \($0.origin.text) had \($0.held) entries, the backup has \($0.restored); the missing ones come back from the neighbours' mirrors"
            )
        }
        lines += desk.flatMap { $0.lines(dryRun: dryRun) }
        lines.append(
            Bilingual(
                zh:
                    "下一步：tongzhou serve。节点先向全部邻居核对自己的日志，找回备份之后的条目，然后才签署；未答复者见 tongzhou status（SIG-01）。在此之前切勿在别处运行同一节点。",
                en:
                    "Next: tongzhou serve. The node first asks every neighbour for its own logs and takes back what came after the backup; only then does it sign. tongzhou status (SIG-01) names those who have not answered. Never run the same node anywhere else."
            ))
        return lines.map { TerminalText.visible($0(language)) + "\n" }.joined()
    }
}
