/// How the bytes of a text file spell characters. Raw values are stable and may be shown.
public enum TextEncoding: String, Equatable, Sendable, CaseIterable {
    /// UTF-8 without a byte order mark.
    case utf8 = "UTF-8"
    /// UTF-8 with a byte order mark, as spreadsheet programs write it on request.
    case utf8WithBOM = "UTF-8-BOM"
    /// GB 18030, of which GBK and GB 2312 files are a part: what spreadsheet programs set up for
    /// Chinese write by default.
    case gb18030 = "GB18030"
}
