public import Compensation
public import Federation

/// What `doctor` and `peers check` show: a line for everything that was looked at, and what to do.
public struct DoctorReport: Report {
    public let node: NodeName
    public let now: Timestamp
    public let examinations: [Examination]

    public init(node: NodeName, now: Timestamp, _ examinations: [Examination]) {
        self.node = node
        self.now = now
        self.examinations = examinations
    }

    public var isIntegrity: Bool { examinations.contains { $0.isIntegrity && $0.result == .broken } }

    /// The worst of all.
    public var worst: Examination.Result {
        let results = examinations.map(\.result)
        return results.contains(.broken) ? .broken : results.contains(.attention) ? .attention : .ok
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("node", .string(node.text)), ("now", .string(now.text)),
            ("worst", .string(worst.rawValue)), ("examinations", .array(examinations.map(\.json))),
        ])
    }

    public var rowsMember: String? { "examinations" }

    public func text(_ language: Language) -> String {
        let results = examinations.map { $0.result.name(language) }
        let areas = examinations.map { $0.area.name(language) }
        let widths = [results, areas].map { $0.map { DisplayWidth.of($0) }.max() ?? 0 }
        let indent = String(repeating: " ", count: widths[0] + widths[1] + 4)
        let lines = examinations.enumerated().flatMap { position, examination -> [String] in
            let subject = examination.subject.isEmpty ? "" : examination.subject + "  "
            let head =
                padded(results[position], widths[0]) + padded(areas[position], widths[1])
                + TerminalText.visible(subject + examination.finding(language))
            return [head] + (examination.advice.map { [indent + "→ " + TerminalText.visible($0(language))] } ?? [])
        }
        return (lines + [closing(language)]).joined(separator: "\n") + "\n"
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: width - DisplayWidth.of(text) + 2)
    }

    private func closing(_ language: Language) -> String {
        let broken = examinations.count { $0.result == .broken }
        let attention = examinations.count { $0.result == .attention }
        return Bilingual(
            zh: "\(examinations.count) 项检查：异常 \(broken)，注意 \(attention)",
            en: "\(examinations.count) examined: \(broken) broken, \(attention) for attention")(language)
    }
}
