import Compensation

/// Reads what `--set` gives: `月补偿额=40 万元`, `份额(云南省)=1`.
enum SuppliedSetting {
    static func read(_ text: String) throws -> SuppliedValue {
        let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2 else { throw refusal(text) }
        let left = trimmed(halves[0]).map { $0 == "（" ? "(" : $0 == "）" ? ")" : $0 }
        let value = trimmed(halves[1])
        guard !left.isEmpty, !value.isEmpty else { throw refusal(text) }
        guard left.last == ")" else { return SuppliedValue(name: String(left), value: value) }
        guard let open = left.lastIndex(of: "("), open > 0 else { throw refusal(text) }
        let arguments = separated(String(left[(open + 1)...].dropLast()))
        guard !arguments.isEmpty else { throw refusal(text) }
        return SuppliedValue(name: trimmed(String(left[..<open])[...]), arguments: arguments, value: value)
    }

    /// `云南省, 2021-04` or `云南省;2021-04`; empty for nothing.
    static func separated(_ text: String) -> [String] {
        let parts = text.split(omittingEmptySubsequences: false) { ",;，；、".contains($0) }.map(trimmed)
        return parts == [""] ? [] : parts
    }

    static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        let end = start.lastIndex { !$0.isWhitespace }
        return end.map { String(start[...$0]) } ?? ""
    }

    private static func refusal(_ text: String) -> CommandFailure {
        CommandFailure(
            zh: "--set “\(text)”无法识别。写法：--set '名称=40 万元' 或 --set '名称(云南省,2021-04)=1'",
            en: "--set “\(text)” is not understood. Write --set 'NAME=40 万元' or --set 'NAME(云南省,2021-04)=1'")
    }
}
