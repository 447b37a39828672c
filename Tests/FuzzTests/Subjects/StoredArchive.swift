/// A ZIP archive whose parts are stored as they are (APPNOTE 6.3.10), with right sums and sizes: so that what is made
/// up reaches the readers of the parts instead of failing at the archive.
struct StoredArchive {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// A workbook of the parts in `bytes`, divided by zero bytes: the sheet, the shared texts, the styles, the workbook
    /// and its relationships, each as a sound program writes it where nothing is given.
    static func workbook(_ bytes: [UInt8]) -> [UInt8] {
        let given = bytes.split(separator: 0, maxSplits: 4, omittingEmptySubsequences: false)
        var archive = StoredArchive()
        archive.add("_rels/.rels", Array(roots.utf8))
        for (place, (name, standard)) in parts.enumerated() {
            let part = given.count > place && !given[place].isEmpty ? Array(given[place]) : Array(standard.utf8)
            archive.add(name, part)
        }
        return archive.bytes
    }

    private static let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let roots = """
        <Relationships><Relationship Id="a" Type="\(kind)/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """
    private static let parts = [
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>"
        ),
        ("xl/sharedStrings.xml", "<sst><si><t>断面</t></si><si><r><t>p</t></r><r><t>H</t></r></si></sst>"),
        (
            "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.00\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
                + "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
        ),
        (
            "xl/workbook.xml",
            "<workbook xmlns:r=\"\(kind)\"><sheets><sheet name=\"四月\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"\(kind)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                + "<Relationship Id=\"b\" Type=\"\(kind)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                + "<Relationship Id=\"c\" Type=\"\(kind)/styles\" Target=\"styles.xml\"/></Relationships>"
        ),
    ]

    private mutating func add(_ name: String, _ part: [UInt8]) {
        let sum = Self.checksum(part)
        let common =
            Self.number(sum, 4) + Self.number(UInt32(part.count), 4) + Self.number(UInt32(part.count), 4)
            + Self.number(UInt32(name.utf8.count), 2)
        // Version 2.0, stored, 1 January 1980.
        let head: [UInt8] = [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]
        directory +=
            [0x50, 0x4B, 1, 2, 20, 0] + head + common + [UInt8](repeating: 0, count: 12)
            + Self.number(UInt32(body.count), 4) + Array(name.utf8)
        body += [0x50, 0x4B, 3, 4] + head + common + [0, 0] + Array(name.utf8) + part
        count += 1
    }

    private var bytes: [UInt8] {
        let number = Self.number(UInt32(count), 2)
        return body + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + number + number
            + Self.number(UInt32(directory.count), 4) + Self.number(UInt32(body.count), 4) + [0, 0]
    }

    private static func number(_ value: UInt32, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
    }

    /// CRC-32 of ISO 3309.
    private static func checksum(_ part: [UInt8]) -> UInt32 {
        ~part.reduce(UInt32.max) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
    }
}
