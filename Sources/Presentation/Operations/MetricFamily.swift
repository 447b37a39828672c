/// One metric with its samples, as Prometheus' text format 0.0.4 writes them.
struct MetricFamily {
    let name: String
    let help: String
    private var samples: [(labels: [(String, String)], value: Int64)] = []

    /// A gauge; all metrics of a node are values of the moment.
    init(_ name: String, _ help: String) {
        self.name = name
        self.help = help
    }

    /// Adds a sample unless there is one with the same labels: a second one would spoil the whole page.
    mutating func add(_ value: Int64, _ labels: [(String, String)] = []) {
        let isKnown = samples.contains { sample in
            sample.labels.elementsEqual(labels) {
                $0.0.utf8.elementsEqual($1.0.utf8) && $0.1.utf8.elementsEqual($1.1.utf8)
            }
        }
        if !isKnown { samples.append((labels, value)) }
    }

    /// Described even while it has no sample.
    var text: String {
        let lines = samples.map { sample in
            let labels = sample.labels.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
            return name + (labels.isEmpty ? "" : "{\(labels)}") + " \(sample.value)"
        }
        return (["# HELP \(name) \(help)", "# TYPE \(name) gauge"] + lines).map { $0 + "\n" }.joined()
    }

    /// Backslash, quotation mark and line feed are escaped; what a terminal would obey is replaced.
    private static func escaped(_ text: String) -> String {
        TerminalText.visible(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
}
