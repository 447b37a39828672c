import Presentation

/// The values of one configuration file as they are read, each with where it came from, and the environment that may
/// speak in the file's place.
final class ConfigurationOrigins {
    /// Keys that a variable may override, for units of systemd: places differ between machines, rules do not.
    static let overridable = [
        "data", "listen.host", "listen.port", "log_key", "peers", "tls.authority", "tls.certificate", "tls.key",
        "tls.revocations",
    ]
    private static let prefix = "TONGZHOU_"
    /// Variables of that prefix that mean something else.
    private static let others = ["TONGZHOU_CONFIG", "TONGZHOU_LANG"]

    private let environment: [String: String]
    private(set) var values: [ConfigurationValue] = []

    init(_ environment: [String: String]) { self.environment = environment }

    /// `tls.key` is overridden by `TONGZHOU_TLS_KEY`.
    static func variable(_ key: String) -> String { prefix + key.uppercased().replacing(".", with: "_") }

    /// What the environment says for a key, with the variable's name.
    func override(_ key: String) -> (variable: String, value: String)? {
        guard Self.overridable.contains(key) else { return nil }
        let variable = Self.variable(key)
        return environment[variable].map { (variable, $0) }
    }

    func note(_ key: String, _ value: String, _ origin: ConfigurationValue.Origin) {
        values.append(ConfigurationValue(key: key, value: value, origin: origin))
    }

    /// A value that no file and no variable gave.
    func noteDefault(_ key: String, _ value: String) {
        guard !values.contains(where: { $0.key.utf8.elementsEqual(key.utf8) }) else { return }
        note(key, value, .standard)
    }

    /// - Throws: `ConfigurationProblem` for a variable that is nearly one that would count.
    func refuseMisspelt() throws {
        let known = Self.overridable.map(Self.variable) + Self.others
        for name in environment.keys.filter({ $0.hasPrefix(Self.prefix) && !known.contains($0) }).sorted() {
            guard let nearest = known.first(where: { EditDistance.between($0, name) <= 2 }) else { continue }
            throw ConfigurationProblem(
                file: "$\(name)", zh: "未知的环境变量；是否应为 \(nearest)？", en: "unknown variable; did you mean \(nearest)?")
        }
    }
}
