import Compensation

/// A form that says something at the desk: it goes to the address of its act and carries the seal for it.
struct DeskForm {
    let act: DeskAct
    /// `nil` only where there is no session yet.
    let frame: DeskFrame?
    let language: Language

    func markup(
        _ button: Bilingual, hidden: [(String, String)] = [], isUpload: Bool = false,
        @MarkupBuilder fields: () -> Markup = { Markup.none }
    ) -> Markup {
        let attributes: [Attribute] =
            [.named(.method, "post"), .action(PageAddress(language, ["do", act.rawValue])), .class("act")]
            + (isUpload ? [.named(.enctype, "multipart/form-data")] : [])
        let sealed = (frame.map { [("seal", $0.seal(act))] } ?? []) + hidden
        return .element(
            .form, attributes,
            .joined([
                .joined(
                    sealed.map { name, value in
                        Markup.element(
                            .input, .named(.type, "hidden"), .named(.name, name), .named(.value, value))
                    }), fields(),
                .element(.p) { Markup.element(.button, .named(.type, "submit")) { button(language) } },
            ]))
    }

    /// A field with its label.
    func field(_ name: String, _ label: Bilingual, _ attributes: Attribute...) -> Markup {
        row(name, label, .element(.input, [.id(id(name)), .named(.name, name)] + attributes, .none))
    }

    func area(_ name: String, _ label: Bilingual, _ attributes: Attribute...) -> Markup {
        row(
            name, label,
            .element(
                .textarea, [.id(id(name)), .named(.name, name), .named(.rows, "4"), .named(.cols, "60")] + attributes,
                .none))
    }

    /// A choice among values; the first is preset.
    func choice(_ name: String, _ label: Bilingual, _ values: [(value: String, text: String)]) -> Markup {
        let options = values.map { value, text in
            Markup.element(.option, .named(.value, value)) { text }
        }
        return row(name, label, .element(.select, [.id(id(name)), .named(.name, name)], .joined(options)))
    }

    private func row(_ name: String, _ label: Bilingual, _ input: Markup) -> Markup {
        .element(.p) {
            Markup.element(.label, .named(.for, id(name))) { label(language) }
            input
        }
    }

    private func id(_ name: String) -> String { "\(act.rawValue)-\(name)" }
}
