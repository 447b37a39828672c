import Foundation

/// One JSON object a line, written at once: a long run is read while it goes on.
enum Report {
    static var now: Int64 { Int64(Date().timeIntervalSince1970) }

    static func say(_ fields: [String: Any]) {
        let object = fields.merging(["time": Date().timeIntervalSince1970]) { old, _ in old }
        guard let line = try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys) else { return }
        FileHandle.standardOutput.write(line + Data("\n".utf8))
    }
}
