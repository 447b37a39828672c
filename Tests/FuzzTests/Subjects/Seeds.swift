import Federation
import Tabular
import TransparencyLog

/// Sound inputs of each reader: what the corpora begin with, and what has to be taken.
public enum Seeds {
    /// Those of a subject; the entries are files in its corpus, one of each kind.
    public static func of(_ name: String) throws -> [[UInt8]] {
        switch name {
        case "note": try FuzzLog.sizes.map { try FuzzLog.note($0) }
        case "checkpoint": FuzzLog.signed
        case "verifier-key": [Array(FuzzLog.key.vkey.utf8)]
        case "add-checkpoint": [try request()]
        case "entry-proof": [try proof(3), try proof(299)]
        case "path":
            ["checkpoint", "tile/0/x001/x234/067", "tile/1/000.p/1", "tile/entries/001.p/44"].map { Array($0.utf8) }
        case "entries": [[2] + bundle(3), [255] + bundle(256)]
        case "tile": FuzzLog.tiles.map(\.bytes)
        case "tiles": [[], [0, 0, 3, 0]]
        case "inclusion": [[6, 3, 0, 1, 2], [255, 200, 0, 1, 2, 3, 4, 5, 6, 7]]
        case "consistency": [[3, 7, 0, 1, 2, 3], [7, 7], [64, 200, 0, 1]]
        case "json": [Array(#"{"a":[1,-2,null,true,"\n断面"],"b":{}}"#.utf8)]
        case "evidence": [try evidence()]
        case "bundle-header": [try header().bytes]
        case "words": words.map { Array($0.utf8) }
        case "scheme": [Array(scheme.utf8)]
        case "csv": [Array("断面,监测时间,pH\r\n里耶镇,2021-04-01 08:00,\"7,68\"\r\n".utf8)]
        case "workbook": [try workbook()]
        case "workbook-parts": [parts]
        case "node": [Array(node.utf8)]
        case "peer": [Array(peer.utf8)]
        case "batch":
            [
                Array(
                    #"{"readings": [{"section": "430000-liye", "time": "2021-04-01T08:00+08:00", "values": {"nh3n": "0.025"}}]}"#
                        .utf8)
            ]
        case "form": forms.map { Array($0.utf8) }
        case "bundle": [try wholeBundle()]
        case "facts": facts.map { Array($0.utf8) } + [try factsWorkbook()]
        case "facts-json":
            [Array(#"[{"name":"月类别","arguments":["茨坝","2023-08"],"value":"Ⅴ"},{"name":"水量","value":"300 万m³"}]"#.utf8)]
        case "awards": awards.map { Array($0.utf8) }
        case "holidays": [Array("holidays: [2026-10-01, 2026-10-02]\nworkdays: [2026-10-10]\n".utf8)]
        case "revocations": [FuzzAuthority.list, Array(FuzzAuthority.listText.utf8)]
        default: []
        }
    }

    private static func bundle(_ count: Int, from start: Int = 0) -> [UInt8] {
        (try? EntryBundle.encode(Array(FuzzLog.entries[start..<start + count])).get()) ?? []
    }

    private static func tiles() throws -> AuthenticatedTiles {
        guard let proven = FuzzLog.proven else { throw Violation(description: "the log does not prove itself") }
        return proven
    }

    private static func request() throws -> [UInt8] {
        let proof = try ConsistencyProof(from: 7, to: 300, reader: tiles())
        let note = try SignedNote.parse(FuzzLog.note(300)).get()
        return AddCheckpointRequest(oldSize: 7, proof: proof.hashes, note: note)?.bytes ?? []
    }

    private static func proof(_ index: Int) throws -> [UInt8] {
        try EntryProof(index: index, note: FuzzLog.note(300), reader: tiles())?.bytes ?? []
    }

    /// The log's key also signs a history of its own at a size it has signed before.
    private static func evidence() throws -> [UInt8] {
        guard let origin = LogOrigin(FuzzLog.origin), let signer = FuzzLog.signer else { return [] }
        let other = Checkpoint(origin: FuzzLog.origin, size: 7, root: .leaf([])).body
        let note = SignedNote(text: other, signatures: [try signer.sign(other)])
        return try Evidence.fork(of: origin, key: FuzzLog.key, FuzzLog.note(7), note?.bytes ?? []).get().bytes
    }

    private static func header() throws -> BundleHeader {
        guard let node = NodeName("500000.tongzhou.test"), let other = NodeName("430000.tongzhou.test"),
            let time = Timestamp("2021-05-06T09:30:05+08:00"), let origin = LogOrigin(FuzzLog.origin),
            let log = BundleLog(origin: origin, from: 0, to: 300),
            let header = BundleHeader(node: node, recipient: other, time: time, logs: [log])
        else { throw Violation(description: "no header") }
        return header
    }

    /// Without the line of its digest, which is added when it is read.
    private static func wholeBundle() throws -> [UInt8] {
        let header = try header()
        var bytes = Array("\(BundleHeader.format)\n".utf8) + header.bytes + [0x0A]
        for resource in BundlePlan(header.logs[0]).resources {
            let body: [UInt8]
            switch resource {
            case .checkpoint: body = try FuzzLog.note(300)
            case .tile(let level, let index, _): body = try tiles().tile(level: level, index: index)?.bytes ?? []
            case .entries(let index, let width): body = bundle(width, from: 256 * index)
            }
            bytes += BundleRecord.line(resource, length: body.count) + [0x0A] + body + [0x0A]
        }
        return bytes
    }

    private static let words = [
        FuzzLog.origin, "500000.tongzhou.test", "youshui", "2021-05-06T09:30:05+08:00", "2021-05-06T09:30+08:00",
        "2021-04", "2021-Q2", "2021", "2021-04-06", "500000", "0.025", "<0.025", "0.025L", "-12.50", "youshui-2019",
        "500000-liye", ContentDigest(of: []).hex, "AAECAw==", "00ff",
    ]

    private static func workbook() throws -> [UInt8] {
        let row = OutgoingRow(
            number: 1,
            cells: [
                OutgoingCell(column: 1, text: "断面"),
                OutgoingCell(column: 2, text: "7.5", content: .number(stored: "7.5")),
            ])
        return try WorkbookWriter.write([OutgoingSheet(name: "四月", rows: [row], frozenRows: 1)])
    }

    private static let facts = [
        "名称,参数,值\r\n月类别,茨坝；2023-08,Ⅴ\r\n水量,,300 万m³\r\n",
        "name;value\nshare;\"=1\"\n",
    ]

    private static func factsWorkbook() throws -> [UInt8] {
        let rows = [["名称", "值"], ["水量", "300 万m³"]].enumerated().map { place, texts in
            OutgoingRow(
                number: place + 1,
                cells: texts.enumerated().map { OutgoingCell(column: $0 + 1, text: $1) })
        }
        return try WorkbookWriter.write([OutgoingSheet(name: "核定", rows: rows, frozenRows: 1)])
    }

    private static let awards = [
        "年度,省份,清算,另行奖励,备注\n2023,上海,\"1,200\",,长江\n2023,340000,-1200,0.5,\n2022,火星,1,,\n",
        "province,clearing_10k_cny\nAnhui,3.25\nJiangsu,-3.25\n",
    ]

    private static let parts = Array(
        (#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>_x0041_</t></is></c>"#
            + #"<c r="C1" s="1"><f>1+1</f><v>44287.5</v></c></row><row r="3"><c r="B3" s="2"><v>1.5E-2</v></c></row>"#
            + #"</sheetData><mergeCells count="1"><mergeCell ref="A1:A3"/></mergeCells></worksheet>"#).utf8)

    private static let forms = [
        "application/x-www-form-urlencoded\nagreement=youshui-2019&period=2021-04&words=x+y%26%E9%87%8C&year=",
        "multipart/form-data; boundary=x\n--x\r\nContent-Disposition: form-data; name=\"year\"\r\n\r\n2021\r\n--x\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"四月\\%22a%22.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n断面,监测时间\r\n\r\n--x--\r\n",
    ]

    private static let node = """
        node: 500000.tongzhou.test
        code: "500000"
        role: province
        name: {zh: 重庆市, en: Chongqing}
        listen: {host: 127.0.0.1, port: 19500}
        data: data
        tls: {certificate: own.pem, key: own.key, authority: ca.pem, revocations: crl.pem}
        log_key: log.key
        peers: ../peers
        channels:
          youshui: {epoch: 2, readers: [430000.tongzhou.test]}
          common: {epoch: 1, readers: [members]}
        settlements: {proposing: automatic, accepting: operator}
        witness: {interval: 60, stale_after: 600}
        scrub: {entries_per_second: 100, start_after_seconds: 5, pause_hours: 24}

        """

    private static let peer = """
        node: 430000.tongzhou.test
        code: "430000"
        role: province
        name: {zh: 湖南省, en: Hunan}
        address: {host: 127.0.0.1, port: 19430}
        logs: [common/1, youshui/1]
        log_key: 11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=

        """

    /// Short, so that changes fall on what means something; `scripts/fuzz` adds the schemes of the library.
    private static let scheme = """
        # 甲

        ```tongzhou
        scheme a-2019
        title "甲" "A"
        party 重庆市 "Chongqing" = 500000
        party 湖南省 "Hunan" = 430000
        section 里耶镇 "Liye Town" = 430000-liye river
        period month
        valid from 2019-01 to 2024-12
        let 均值 "means" = mean of readings at 里耶镇 where status is normal
        let 类别 "class" = class of 均值 by pH, DO, NH3-N
        pay 补偿 "payment"
          when missing 类别: nothing
          when 类别 <= Ⅲ: 湖南省 pays 重庆市 round (40 万元 / 3) to 0.01 元 by half-even
          otherwise: 重庆市 pays 湖南省 40 万元
        ```

        """
}
