/// The media type of a file that is handed out, by the ending of its name.
enum MediaType {
    static func of(_ name: String) -> String {
        switch name.split(separator: ".").last {
        case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case "csv": "text/csv; charset=utf-8"
        case "json": "application/json"
        case "md": "text/markdown; charset=utf-8"
        default: "application/octet-stream"
        }
    }
}
