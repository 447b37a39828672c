public import Compensation
public import Federation

/// A template that has been written to a file, or the template itself.
public struct SchemeTemplateReceipt: Report {
    public let file: String?
    public let template: String

    public init(file: String?, template: String) {
        self.file = file
        self.template = template
    }

    public var json: JSONValue {
        .members([("schema", 1), ("file", file.map { .string($0) }), ("template", .string(template))])
    }

    public func text(_ language: Language) -> String {
        guard let file else { return template }
        return Bilingual(
            zh: "已写入 \(file)；改写后执行 tongzhou scheme check \(file)\n",
            en: "wrote \(file); rewrite it, then run tongzhou scheme check \(file)\n")(language)
    }
}
