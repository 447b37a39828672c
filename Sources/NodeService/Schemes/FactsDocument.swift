import Compensation
import Foundation

/// Facts and parameters as JSON: `[{"name": "月类别", "arguments": ["茨坝", "2023-08"], "value": "Ⅴ"}]`.
enum FactsDocument {
    private struct Item: Decodable {
        let name: String
        let arguments: [String]?
        let value: String
    }

    static func read(_ file: NamedFile) throws -> [SuppliedValue] {
        do {
            return try JSONDecoder().decode([Item].self, from: Data(file.bytes)).map {
                SuppliedValue(name: $0.name, arguments: $0.arguments ?? [], value: $0.value)
            }
        } catch {
            throw CommandFailure(
                zh: "\(file.name) 不是所要求的 JSON：[{\"name\": …, \"arguments\": […], \"value\": …}]，均为文本",
                en:
                    "\(file.name) is not the JSON expected: [{\"name\": …, \"arguments\": […], \"value\": …}], all of them texts"
            )
        }
    }
}
