import Compensation
import Federation

/// A form that says something at the desk: it goes to the address of its act and carries the seal for it.
struct DeskForm {
    let act: DeskAct
    /// `nil` only where there is no session yet.
    let frame: DeskFrame?
    let language: Language
    /// What it is filled in with where it was refused.
    var typed = TypedFields.none

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
        var attributes = attributes
        if let text = typed.text(name, within: attributes) {
            attributes.removeAll { $0.name == Attribute.PlainName.value.rawValue }
            attributes.append(.named(.value, text))
        }
        return row(name, label, .element(.input, [.id(id(name)), .named(.name, name)] + attributes, .none))
    }

    func area(_ name: String, _ label: Bilingual, _ attributes: Attribute...) -> Markup {
        // Browsers send line breaks as two characters.
        let text = typed.text(name, within: attributes).map { $0.replacing("\r\n", with: "\n") } ?? ""
        return row(
            name, label,
            .element(
                .textarea, [.id(id(name)), .named(.name, name), .named(.rows, "4"), .named(.cols, "60")] + attributes,
                .lines(text)))
    }

    /// A choice among values; the first is preset, or the one that was chosen before.
    func choice(_ name: String, _ label: Bilingual, _ values: [(value: String, text: String)]) -> Markup {
        let options = values.map { value, text in
            let isChosen = typed[name].map { $0.sameBytes(as: value) } ?? false
            return Markup.element(
                .option, [.named(.value, value)] + (isChosen ? [.on(.selected)] : []), Markup(text))
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
