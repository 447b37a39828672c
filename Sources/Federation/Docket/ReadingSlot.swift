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

    /// The content that holds for a reader of `view`: a record, then every counting correction whose old content
    /// is the current one, each used once, in canonical order. Several records of one reading have to say what the
    /// one said or what a correction made of it; whose log comes first does not matter for that.
    /// `leavingOut`: records that the view names as not applied are left out as well, as jointly monitored ones are.
    func resolve(in view: RecordView, leavingOut: Bool = false) -> Resolution {
        let statements = statements.filter {
            view.records($0.reference) && (!leavingOut || view.applies($0.reference))
        }
        guard let first = statements.first else { return .absent }
        let changes = changes.filter { view.includes($0.reference) && view.applies($0.reference) }
        var conflict: Resolution?
        for statement in statements {
            let story = Story(from: statement, changes)
            let stranger = statements.first { other in
                !story.contents.contains { $0.sameMeasurement(as: other.content) }
            }
            if let (step, rival) = story.rivals {
                conflict = conflict ?? .conflict(step, rival)
            } else if let stranger {
                conflict = conflict ?? .conflict(statement.reference, stranger.reference)
            } else {
                return .version(story.contents.last ?? statement.content, story.references)
            }
        }
        return conflict ?? .version(first.content, [first.reference])
    }

    /// What became of one record by the corrections that apply to it.
    private struct Story {
        private(set) var contents: [ReadingContent]
        private(set) var references: [EntryReference]
        /// Corrections in two logs that make different things of the same content.
        private(set) var rivals: (EntryReference, EntryReference)?

        init(from statement: Statement, _ changes: [Change]) {
            contents = [statement.content]
            references = [statement.reference]
            var current = statement.content
            var remaining = changes
            while let position = remaining.firstIndex(where: { $0.change.old.sameMeasurement(as: current) }) {
                let step = remaining.remove(at: position)
                if let rival = remaining.first(where: {
                    $0.reference.log != step.reference.log && $0.change.old.sameMeasurement(as: current)
                        && !$0.change.new.sameMeasurement(as: step.change.new)
                }) {
                    rivals = (step.reference, rival.reference)
                    return
                }
                current = step.change.new
                contents.append(current)
                references.append(step.reference)
            }
        }
    }
}
