import Compensation
import Federation

/// One setting in force and where it came from.
public struct ConfigurationValue: Sendable {
    public enum Origin: Sendable {
        /// A line of the configuration file.
        case file(line: Int)
        /// An environment variable.
        case environment(String)
        /// Nobody said anything.
        case standard
    }

    public let key: String
    public let value: String
    public let origin: Origin

    public init(key: String, value: String, origin: Origin) {
        self.key = key
        self.value = value
        self.origin = origin
    }

    var json: JSONValue {
        let (origin, line, variable): (String, JSONValue?, JSONValue?) =
            switch origin {
            case .file(let line): ("file", .integer(Int64(line)), nil)
            case .environment(let name): ("environment", nil, .string(name))
            case .standard: ("default", nil, nil)
            }
        return .members([
            ("key", .string(key)), ("value", .string(value)), ("origin", .string(origin)), ("line", line),
            ("variable", variable),
        ])
    }

    func place(_ file: String, _ language: Language) -> String {
        switch origin {
        case .file(let line): "\(file):\(line)"
        case .environment(let name): "$\(name)"
        case .standard: Bilingual(zh: "默认", en: "default")(language)
        }
    }
}
