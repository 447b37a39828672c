/// Reads how cells show their numbers (`xl/styles.xml`).
final class StylesListener: XMLListener {
    private var formats: [Int: NumberForm] = [:]
    private var isInCellFormats = false
    /// By the number that a cell's `s` attribute has.
    private(set) var forms: [NumberForm] = []

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "numFmt":
            guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else {
                return
            }
            formats[id] = NumberForm(code: code)
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats:
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            forms.append(formats[id] ?? NumberForm(builtIn: id))
        default: break
        }
    }

    func end(_ name: String) {
        if name == "cellXfs" { isInCellFormats = false }
    }
}
