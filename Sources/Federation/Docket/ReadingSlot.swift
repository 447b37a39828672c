import Compensation

/// Everything said about one section, source and time. Order of arrival leaves no trace.
struct ReadingSlot: Sendable {
    struct Statement: Sendable {
        let reference: EntryReference
        let content: ReadingContent
    }
    struct Change: Sendable {
        let reference: EntryReference
        let change: ReadingChange
    }

    let time: CivilTime
    /// Sorted by place.
    private(set) var statements: [Statement] = []
    private(set) var changes: [Change] = []

    init(time: CivilTime) { self.time = time }

    mutating func add(_ statement: Statement) {
        let position = statements.firstIndex { statement.reference < $0.reference } ?? statements.count
        statements.insert(statement, at: position)
    }

    mutating func add(_ change: Change) {
        let position = changes.firstIndex { change.reference < $0.reference } ?? changes.count
        changes.insert(change, at: position)
    }

    enum Resolution {
        case absent
        case version(ReadingContent, [EntryReference])
        case conflict(EntryReference, EntryReference)
    }

    /// The content that holds for a reader of `view`: the first record, then every counting correction whose
    /// old content is the current one, each used once, in canonical order.
    func resolve(in view: RecordView) -> Resolution {
        let statements = statements.filter { view.includes($0.reference) }
        guard let first = statements.first else { return .absent }
        var current = first.content
        var history = [first.reference]
        var remaining = changes.filter { view.includes($0.reference) && view.applies($0.reference) }
        while let position = remaining.firstIndex(where: { $0.change.old.sameContent(as: current) }) {
            let step = remaining.remove(at: position)
            if let rival = remaining.first(where: {
                $0.reference.log != step.reference.log && $0.change.old.sameContent(as: current)
                    && !$0.change.new.sameContent(as: step.change.new)
            }) {
                return .conflict(step.reference, rival.reference)
            }
            current = step.change.new
            history.append(step.reference)
        }
        // A second record of the same reading must say what the first said, or what a correction made of it.
        for statement in statements.dropFirst()
        where !statement.content.sameContent(as: first.content) && !statement.content.sameContent(as: current) {
            return .conflict(first.reference, statement.reference)
        }
        return .version(current, history)
    }
}
