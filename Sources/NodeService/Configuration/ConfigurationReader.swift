import Compensation
import Federation
import Presentation
import Yams

/// Takes the keys of one YAML mapping and refuses what is missing, wrong or unknown, with the line.
struct ConfigurationReader {
    let file: String
    private let mapping: Yams.Node.Mapping
    private let path: String
    private var taken: [String] = []
    private let origins: ConfigurationOrigins

    /// An alias stands for a whole part of the file, and a part made of aliases grows with every level.
    /// No configuration needs more than a few.
    private static let mostAliases = 8

    /// The root mapping of a file's text.
    /// - Parameter origins: gathers what is read, and lets the environment speak.
    init(file: String, text: String, origins: ConfigurationOrigins = ConfigurationOrigins([:])) throws {
        guard Self.aliases(in: text) <= Self.mostAliases else {
            throw ConfigurationProblem(
                file: file, zh: "YAML 别名（*）超过 \(Self.mostAliases) 个",
                en: "more than \(Self.mostAliases) YAML aliases (*)")
        }
        let root: Yams.Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw Self.syntaxProblem(file, error)
        }
        guard let root, case .mapping(let mapping) = root else {
            throw ConfigurationProblem(file: file, zh: "应为“键: 值”的 YAML", en: "expected YAML of the form “key: value”")
        }
        self.init(file: file, mapping: mapping, path: "", origins: origins)
    }

    private init(file: String, mapping: Yams.Node.Mapping, path: String, origins: ConfigurationOrigins) {
        self.origins = origins
        self.file = file
        self.mapping = mapping
        self.path = path
    }

    /// Places where an alias may begin; a text that merely has a star there counts too.
    private static func aliases(in text: String) -> Int {
        let openers = Array(" \t\r\n,[{:?-".utf8)
        var before: UInt8 = UInt8(ascii: "\n")
        var count = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "*"), openers.contains(before) { count += 1 }
            before = byte
        }
        return count
    }

    private static func syntaxProblem(_ file: String, _ error: any Error) -> ConfigurationProblem {
        guard let yaml = error as? YamlError else {
            return ConfigurationProblem(file: file, zh: "无法读取 YAML：\(error)", en: "YAML cannot be read: \(error)")
        }
        switch yaml {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return ConfigurationProblem(
                file: file, line: mark.line, column: mark.column, zh: "YAML 语法错误：\(problem)",
                en: "YAML syntax: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            return ConfigurationProblem(
                file: file, line: context.mark.line, column: context.mark.column,
                zh: "键重复：\(duplicates.map { "\($0)" }.joined(separator: ", "))",
                en: "repeated key: \(duplicates.map { "\($0)" }.joined(separator: ", "))")
        default:
            return ConfigurationProblem(file: file, zh: "无法读取 YAML：\(yaml)", en: "YAML cannot be read: \(yaml)")
        }
    }

    private func place(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    func problem(_ key: String, zh: String, en: String) -> ConfigurationProblem {
        if let (variable, _) = origins.override(place(key)) {
            return ConfigurationProblem(file: "$\(variable)", zh: "\(place(key))：\(zh)", en: "\(place(key)): \(en)")
        }
        let mark = mapping[key]?.mark
        return ConfigurationProblem(
            file: file, line: mark?.line ?? 0, column: mark?.column ?? 0, zh: "\(place(key))：\(zh)",
            en: "\(place(key)): \(en)")
    }

    mutating func optionalText(_ key: String) throws -> String? {
        taken.append(key)
        if let (variable, value) = origins.override(place(key)) {
            origins.note(place(key), value, .environment(variable))
            return value
        }
        guard let node = mapping[key] else { return nil }
        guard case .scalar(let scalar) = node else { throw problem(key, zh: "应为文本", en: "expected text") }
        origins.note(place(key), scalar.string, .file(line: node.mark?.line ?? 0))
        return scalar.string
    }

    mutating func text(_ key: String) throws -> String {
        guard let text = try optionalText(key) else { throw missing(key) }
        guard !text.isEmpty else { throw problem(key, zh: "不能为空", en: "must not be empty") }
        return text
    }

    /// The keys of all configuration files: one of them is never another one misspelt, however near (`code`, `node`).
    private static let names = [
        "node", "code", "role", "name", "zh", "en", "address", "listen", "host", "port", "logs", "log_key", "tls_key",
        "data", "tls", "certificate", "key", "authority", "peers", "channels", "epoch", "readers", "settlements",
        "proposing", "accepting", "revocations", "former_keys", "agreements", "calendar", "objection_working_days",
        "holidays", "workdays",
        "keys", "countersigning", "scrub", "entries_per_second", "start_after_seconds", "pause_hours", "clearing",
        "witness", "interval", "stale_after", "operations", "intake_folder", "path", "channel", "source", "year",
        "quiet_seconds", "detection_limits", "ignore_columns", "intake", "requests_per_minute",
        "pages", "desk", "sm2", "sm2_keys", "passphrase", "former", "tree", "signatures", "members",
    ]

    /// With the place of the part that lacks the key, the file as a whole having none; a key that is nearly the
    /// one wanted is named instead, because that is what to mend.
    private func missing(_ key: String) -> ConfigurationProblem {
        let misspelt = mapping.first { pair in
            let name = pair.key.string ?? ""
            return !Self.names.contains(name) && EditDistance.between(name, key) <= 2
        }
        if let misspelt { return unknown(misspelt.key, nearest: key) }
        let mark = path.isEmpty ? nil : mapping.mark
        return ConfigurationProblem(
            file: file, line: mark?.line ?? 0, column: mark?.column ?? 0, zh: "缺少 \(place(key))",
            en: "\(place(key)) is missing")
    }

    /// Text that a type understands; `expected` says what would have been right.
    mutating func parsed<T>(_ key: String, expected: Bilingual, _ parse: (String) -> T?) throws -> T {
        let text = try text(key)
        guard let value = parse(text) else {
            throw problem(
                key, zh: "“\(text)”无效，应为\(expected.zh)", en: "“\(text)” is not valid, expected \(expected.en)")
        }
        return value
    }

    /// A list of texts; empty where the key is absent.
    mutating func optionalTexts(_ key: String) throws -> [String] {
        taken.append(key)
        return mapping[key] == nil ? [] : try texts(key)
    }

    mutating func texts(_ key: String) throws -> [String] {
        taken.append(key)
        guard let node = mapping[key] else { throw missing(key) }
        guard case .sequence(let sequence) = node else { throw problem(key, zh: "应为列表", en: "expected a list") }
        let texts = try sequence.map { element in
            guard case .scalar(let scalar) = element else {
                throw problem(key, zh: "应为文本列表", en: "expected a list of texts")
            }
            return scalar.string
        }
        origins.note(place(key), "[\(texts.joined(separator: ", "))]", .file(line: node.mark?.line ?? 0))
        return texts
    }

    mutating func section(_ key: String) throws -> ConfigurationReader {
        guard let section = try optionalSection(key) else { throw missing(key) }
        return section
    }

    mutating func optionalSection(_ key: String) throws -> ConfigurationReader? {
        taken.append(key)
        guard let node = mapping[key] else { return nil }
        guard case .mapping(let inner) = node else {
            throw problem(key, zh: "应为“键: 值”", en: "expected “key: value” lines")
        }
        return ConfigurationReader(file: file, mapping: inner, path: place(key), origins: origins)
    }

    private func unknown(_ key: Yams.Node, nearest: String) -> ConfigurationProblem {
        let name = place(key.string ?? "?")
        return ConfigurationProblem(
            file: file, line: key.mark?.line ?? 0, column: key.mark?.column ?? 0,
            zh: "未知的键 \(name)；是否应为 \(place(nearest))？", en: "unknown key \(name); did you mean \(place(nearest))?")
    }

    /// The keys of this mapping, in the order of the file, for mappings whose keys are data.
    var keys: [String] { mapping.compactMap { $0.key.string } }

    /// A key nobody asked for is a mistake that would otherwise stay silent.
    func finish() throws {
        for (key, _) in mapping {
            let name = key.string ?? "?"
            guard !taken.contains(name) else { continue }
            let nearest = taken.min { EditDistance.between($0, name) < EditDistance.between($1, name) } ?? ""
            throw unknown(key, nearest: nearest)
        }
    }
}
