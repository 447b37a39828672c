import Compensation
import Federation
import NodeService
import Testing

@testable import Simulation

/// An operator who is told that nothing waits has overlooked nothing.
@Suite struct WaitingWordTests {
    private static func answer(
        place: String?, exitCode: Int32 = 0, places: [String] = [], errors: String = ""
    ) -> Operators.Answer {
        Operators.Answer(
            machine: "430000", what: "endorse", exitCode: exitCode, places: places, output: "", errors: errors,
            command: .endorse(place: place, dryRun: false), read: [], held: [])
    }

    private let log: LogOrigin
    private let correction: Entry

    init() throws {
        log = try #require(LogOrigin("500000.tongzhou.test/common/1"))
        let section = try #require(SectionID("430000-border-1"))
        let time = try #require(CivilTime(text: "2021-04-01T08:00+08:00"))
        let index = try #require(Indicator(code: "codmn"))
        let rows = try ["3.1", "2.5"].map { text in
            ReadingContent(
                time: time, status: .normal, values: [IndicatorValue(index, try #require(MeasuredValue(text)))])
        }
        let change = try #require(ReadingChange(old: rows[0], new: rows[1]))
        correction = .readingsCorrection(
            ReadingsCorrectionEntry(section: section, source: "joint", reason: "仪器校准", rows: [change]))
    }

    private func endorsement(of index: Int) -> Entry {
        .readingsEndorsement(ReadingsEndorsementEntry(correction: EntryReference(log: log, index: index)))
    }

    @Test func nothingWaitsOnceEveryCorrectionIsEndorsed() throws {
        let word = try #require(WaitingWord(Self.answer(place: nil)))
        #expect(word.overlooked(others: [], own: []) == nil)
        let others: [(log: LogOrigin, entries: [Entry?])] = [(log: log, entries: [nil, correction, correction])]
        #expect(word.overlooked(others: others, own: []) == EntryReference(log: log, index: 1))
        #expect(word.overlooked(others: others, own: [endorsement(of: 1)]) == EntryReference(log: log, index: 2))
        #expect(word.overlooked(others: others, own: [endorsement(of: 2), endorsement(of: 1)]) == nil)
    }

    @Test func ofAPlaceOnlyTheCorrectionThereIsMeant() throws {
        let refusal = "Nothing at \(log.text)#2 waits for this party.\n"
        let answer = Self.answer(place: "\(log.text)#2", exitCode: 6, errors: refusal)
        let word = try #require(WaitingWord(answer))
        let others: [(log: LogOrigin, entries: [Entry?])] = [(log: log, entries: [nil, correction, correction])]
        #expect(word.overlooked(others: others, own: []) == EntryReference(log: log, index: 2))
        #expect(word.overlooked(others: others, own: [endorsement(of: 2)]) == nil)
        let elsewhere: [(log: LogOrigin, entries: [Entry?])] = [(log: log, entries: [nil, correction])]
        #expect(word.overlooked(others: elsewhere, own: []) == nil)
    }

    @Test func whatSaysSomethingElseIsNotJudged() {
        let isJudged = [
            Self.answer(place: nil, places: ["430000.tongzhou.test/common/1#1"]), Self.answer(place: nil, exitCode: 6),
            Self.answer(place: "\(log.text)#2", exitCode: 1, errors: "the disk is full"),
        ].map { WaitingWord($0) != nil }
        #expect(isJudged == [false, false, false])
    }

    /// Nobody has corrected anything: the operator is told that nothing waits, and that is looked up.
    @Test func everySuchAnswerIsLookedUp() async throws {
        var plan = Plan(seed: 1, steps: 0, faults: [])
        let actions: [Action] = [.month, .endorse]
        plan.steps = actions.map { Step(action: $0, seed: 1, seconds: 5) }
        let outcome = try await SimulationThread.run(plan)
        #expect(outcome.violation == nil)
        #expect(outcome.recalled >= 1)
    }
}
