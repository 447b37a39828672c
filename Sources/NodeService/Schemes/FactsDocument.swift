import Compensation
import Foundation

/// Facts and parameters as JSON: `[{"name": "月类别", "arguments": ["茨坝", "2023-08"], "value": "Ⅴ"}]`.
enum FactsDocument {
    private struct Item: Decodable {
        private enum CodingKeys: String, CodingKey, CaseIterable { case name, arguments, value }

        private struct AnyKey: CodingKey {
            let stringValue: String
            let intValue: Int? = nil
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        let supplied: SuppliedValue

        /// A misspelt `arguments` would make another fact of it: no member is passed over.
        init(from decoder: any Decoder) throws {
            let unknown = try decoder.container(keyedBy: AnyKey.self).allKeys
                .map(\.stringValue).filter { CodingKeys(rawValue: $0) == nil }.min()
            if let unknown {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath + [AnyKey(stringValue: unknown)], debugDescription: ""))
            }
            let members = try decoder.container(keyedBy: CodingKeys.self)
            supplied = SuppliedValue(
                name: try members.decode(String.self, forKey: .name),
                arguments: try members.decodeIfPresent([String].self, forKey: .arguments) ?? [],
                value: try members.decode(String.self, forKey: .value))
        }
    }

    static func read(_ file: NamedFile) throws -> [SuppliedValue] {
        do {
            return try JSONDecoder().decode([Item].self, from: Data(file.bytes)).map(\.supplied)
        } catch {
            let place = place(of: error)
            throw CommandFailure(
                zh: "\(file.name)\(place) 不是所要求的 JSON：[{\"name\": …, \"arguments\": […], \"value\": …}]，均为文本，不得有其他成员",
                en:
                    "\(file.name)\(place) is not the JSON expected: [{\"name\": …, \"arguments\": […], \"value\": …}], all of them texts and no other members"
            )
        }
    }

    /// Where it is, as `[2].value`; the first item is 0, as `jq` counts.
    private static func place(of error: any Error) -> String {
        let path: [any CodingKey] =
            switch error {
            case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
                DecodingError.dataCorrupted(let context):
                context.codingPath
            case DecodingError.keyNotFound(let key, let context): context.codingPath + [key]
            default: []
            }
        let steps = path.map { step in step.intValue.map { "[\($0)]" } ?? ".\(step.stringValue)" }
        return steps.isEmpty ? "" : " \(steps.joined())"
    }
}
