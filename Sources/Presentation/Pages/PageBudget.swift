import Compensation

/// Keeps a page light enough for slow lines, whatever the logs hold.
enum PageBudget {
    /// The parts from the first on that fit, at least one.
    static func fitting(_ parts: [Markup], bytes: Int) -> [Markup] {
        var left = bytes
        var shown: [Markup] = []
        for part in parts {
            left -= part.html.utf8.count
            guard left >= 0 || shown.isEmpty else { break }
            shown.append(part)
        }
        return shown
    }

    /// A list of the lines that fit, and how many more there are.
    static func list(_ lines: [String], bytes: Int, _ language: Language) -> Markup {
        let items = lines.map { line in Markup.element(.li) { line } }
        let shown = fitting(items, bytes: bytes)
        return .element(.ul) {
            shown
            if shown.count < items.count {
                Markup.element(.li) {
                    Bilingual(zh: "另有 \(items.count - shown.count) 条。", en: "\(items.count - shown.count) more.")(
                        language)
                }
            }
        }
    }

    /// Says what was left out; nothing where nothing was.
    static func remark(shown: Int, of all: Int, _ language: Language) -> Markup {
        guard shown < all else { return .none }
        return .element(.p, .class("quiet")) {
            Bilingual(
                zh: "本页列出前 \(shown) 项，共 \(all) 项；其余见下载文件。",
                en: "The first \(shown) of \(all) are shown; the files to download have all of them.")(language)
        }
    }
}
