/// The text of a file whose encoding was found out from its content, not from its name.
struct TextContent {
    let encoding: TextEncoding
    /// Well-formed UTF-8 without a byte order mark.
    let utf8: [UInt8]

    /// Decodes strictly, UTF-8 first, then GB 18030.
    ///
    /// The order matters: Chinese text in GB 18030 practically never happens to be well-formed
    /// UTF-8, while most UTF-8 text is well-formed GB 18030.
    static func decode(_ bytes: [UInt8]) -> Result<TextContent, Undecodable> {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if bytes.starts(with: mark) {
            let body = bytes.dropFirst(mark.count)
            guard isUTF8(body) else { return .failure(undecodable(bytes)) }
            return .success(TextContent(encoding: .utf8WithBOM, utf8: Array(body)))
        }
        // Checked before decoding, because the first bytes of archives are often text by accident.
        guard announcedFormat(of: bytes).isEmpty else { return .failure(undecodable(bytes)) }
        if isUTF8(bytes[...]) {
            return .success(TextContent(encoding: .utf8, utf8: bytes))
        }
        if let utf8 = GB18030.utf8(from: bytes) {
            return .success(TextContent(encoding: .gb18030, utf8: utf8))
        }
        return .failure(undecodable(bytes))
    }

    /// Why a file is not text in either encoding.
    struct Undecodable: Error {
        /// Physical line of the first bad byte, in the encoding that got further; from 1.
        let line: Int
        /// `zip`, `ole2`, `utf-16` or empty.
        let format: String
    }

    private static func undecodable(_ bytes: [UInt8]) -> Undecodable {
        let format = announcedFormat(of: bytes)
        guard format.isEmpty else { return Undecodable(line: 1, format: format) }
        // 0x0A is never part of a longer character in either encoding, so lines can be cut first.
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let utf8Line = lines.firstIndex { !isUTF8($0) } ?? 0
        let gbLine = lines.firstIndex { GB18030.utf8(from: $0) == nil } ?? 0
        return Undecodable(line: max(utf8Line, gbLine) + 1, format: "")
    }

    private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    private static func announcedFormat(of bytes: [UInt8]) -> String {
        let signatures: [(first: [UInt8], format: String)] = [
            ([0x50, 0x4B, 0x03, 0x04], "zip"),
            ([0xD0, 0xCF, 0x11, 0xE0], "ole2"),
            ([0xFF, 0xFE], "utf-16"),
            ([0xFE, 0xFF], "utf-16"),
        ]
        return signatures.first { bytes.starts(with: $0.first) }?.format ?? ""
    }
}
