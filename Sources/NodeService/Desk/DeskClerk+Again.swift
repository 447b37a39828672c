import Compensation
import Federation
import Presentation

extension DeskClerk {
    /// The form of a refused act once more, with what was typed into it; `nil` where nothing was, and where the form
    /// has no place any more.
    func again(_ act: DeskAct, _ form: FormFields) async throws -> (any PageContent)? {
        do {
            switch act {
            case .importReadings: return again(form.texts)
            case .correct: return try await correctionAgain(form)
            case .object: return try await objectionAgain(form)
            default: return nil
            }
        } catch is CommandFailure {
            return nil
        }
    }

    func again(_ texts: [(name: String, value: String)]) -> ImportContent {
        ImportContent(channels: DeskSite(node: node).channels, frame, typed: TypedFields(texts))
    }

    /// Where the reading has changed meanwhile its values are shown as they are recorded now: nobody overwrites what
    /// they have not seen.
    private func correctionAgain(_ form: FormFields) async throws -> (any PageContent)? {
        guard let (section, reading, sheet) = try await sheet(form) else { return try await choiceAgain(form) }
        let typed = form["seen"] == sheet.seen ? form.texts : form.texts.filter { $0.name.sameBytes(as: "reason") }
        return CorrectionContent(
            section: section, reading: reading, seen: sheet.seen, cells: sheet.cells, frame, typed: TypedFields(typed))
    }

    private func choiceAgain(_ form: FormFields) async throws -> ReadingChoiceContent? {
        let docket = await node.docket
        let name = form.text("section") ?? ""
        guard let section = docket.sections.sections.first(where: { $0.section.text.sameBytes(as: name) }) else {
            return nil
        }
        return ReadingChoice(docket, section).map { choice in
            ReadingChoiceContent(
                section: section.section.text, newest: choice.newest, sources: choice.sources, frame,
                typed: TypedFields(form.texts))
        }
    }

    private func objectionAgain(_ form: FormFields) async throws -> ObjectionContent? {
        guard let agreement = form.text("agreement"), let period = form.text("period") else { return nil }
        let view = await node.view
        let settlement = try SettlementsDesk.find(agreement, period, read: form.text("digest"), in: view)
        return ObjectionContent(
            try view.summary(settlement), me: node.member.code, frame, typed: TypedFields(form.texts))
    }
}
