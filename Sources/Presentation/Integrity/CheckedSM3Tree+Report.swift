import Compensation
import Federation
import TransparencyLog

extension CheckedSM3Tree {
    func line(_ language: Language, _ rootDigits: Int) -> String {
        let root = root.hex.prefix(rootDigits)
        return Bilingual(
            zh: "\(origin.text) 的 SM3 树已由条目重算：\(size) 个条目，根 \(root)，与签署的一致",
            en: "SM3 tree of \(origin.text) recomputed from the entries: size \(size), root \(root), as signed")(
                language)
    }

    var json: JSONValue {
        .members([
            ("origin", .string(origin.text)), ("size", .integer(Int64(size))), ("root", .string(root.hex)),
        ])
    }
}
