import Compensation

/// The files in which a table can be had, or the larger one that it is taken from.
struct Download {
    /// The parts of the address after the language, without the format: `["download", "settlements"]`.
    let path: [String]
    var formats = ["xlsx", "csv", "json"]
    /// What the file has, where that is more than the table it stands under: `all settlements`.
    var whole: Bilingual?

    func markup(_ language: Language) -> Markup {
        .element(.p, .class("downloads")) {
            whole.map { Bilingual(zh: "下载\($0.zh)：", en: "Download \($0.en): ")(language) }
                ?? Bilingual(zh: "下载本表：", en: "Download this table: ")(language)
            formats.enumerated().map { place, format in
                Markup.joined([
                    place == 0 ? .none : Markup(Bilingual(zh: "、", en: ", ")(language)),
                    .link(address(format, language), Self.name(format)),
                ])
            }
        }
    }

    private func address(_ format: String, _ language: Language) -> PageAddress {
        PageAddress(language, path.dropLast() + [(path.last ?? "") + "." + format])
    }

    private static func name(_ format: String) -> String {
        switch format {
        case "xlsx": "Excel (.xlsx)"
        default: format.uppercased()
        }
    }
}
