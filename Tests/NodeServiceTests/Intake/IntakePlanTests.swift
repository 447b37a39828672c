import Compensation
import Federation
import Presentation
import Testing
import TransparencyLog

@testable import NodeService

/// What a file adds to what is recorded.
@Suite("Recording a file of readings")
struct IntakePlanTests {
    private static let source = "cnemc-auto"

    private func plan(_ spoken: SpokenDocket, by code: String = SpokenDocket.hunan) throws -> IntakePlan {
        IntakePlan(
            docket: spoken.docket, node: try SpokenDocket.node(code), source: Self.source, file: "april.csv",
            fileDigest: ContentDigest(of: []))
    }

    private func rows(_ values: [String], _ spoken: SpokenDocket) throws -> [IntakeRow] {
        let lines = values.enumerated().map { "里耶镇,2021-04-\($0.offset + 1) 08:00,正常,\($0.element)\n" }
        return try ReadingsFileTests.read("断面,时间,状态,CODMn\n" + lines.joined(), spoken).rows
    }

    private func record(
        _ outcome: IntakePlan.Outcome, by code: String = SpokenDocket.hunan, in spoken: inout SpokenDocket
    ) throws {
        #expect(outcome.issues.isEmpty)
        for entry in outcome.entries { try spoken.say(code, entry) }
    }

    @Test("The same file twice records nothing new")
    func twice() throws {
        var spoken = try SpokenDocket.withLiye()
        let rows = try ReadingsFileTests.read(try Repository.liye(), year: 2021).rows
        let first = try plan(spoken).readings(rows)
        #expect(first.newReadings == 25)
        #expect(first.entries.map(\.kind) == ["readings"])
        try record(first, in: &spoken)
        for code in [SpokenDocket.hunan, SpokenDocket.chongqing] {
            let second = try plan(spoken, by: code).readings(rows)
            #expect(second.entries.isEmpty)
            #expect(second.issues.isEmpty)
            #expect((second.newReadings, second.alreadyRecorded) == (0, 25))
        }
    }

    @Test("After corrections every version is known, and anything else would change history")
    func afterCorrections() throws {
        var spoken = try SpokenDocket.withLiye()
        try record(try plan(spoken).readings(try rows(["13.60"], spoken)), in: &spoken)
        for value in ["2.42", "2.40"] {
            try record(try plan(spoken).corrections(try rows([value], spoken), reason: "仪器故障"), in: &spoken)
        }
        for value in ["13.60", "2.42", "2.40"] {
            let outcome = try plan(spoken).readings(try rows([value], spoken))
            #expect(outcome.entries.isEmpty)
            #expect(outcome.issues.isEmpty)
            #expect(outcome.alreadyRecorded == 1)
        }
        let outcome = try plan(spoken).readings(try rows(["5", "6"], spoken))
        #expect(outcome.issues.map(\.code) == [.changesHistory])
        #expect(outcome.issues.map(\.row) == [2])
        #expect(outcome.issues.map(\.expected) == ["normal codmn=2.40"])
    }

    @Test("The same number written otherwise is another record")
    func writtenOtherwise() throws {
        var spoken = try SpokenDocket.withLiye()
        try record(try plan(spoken).readings(try rows(["2.4"], spoken)), in: &spoken)
        #expect(try plan(spoken).readings(try rows(["2.40"], spoken)).issues.map(\.code) == [.changesHistory])
    }

    @Test("Only what is recorded can be corrected, and only by another content")
    func corrections() throws {
        var spoken = try SpokenDocket.withLiye()
        try record(try plan(spoken).readings(try rows(["1", "2"], spoken)), in: &spoken)
        let outcome = try plan(spoken).corrections(try rows(["1", "3", "4"], spoken), reason: "笔误")
        #expect(outcome.issues.map(\.code) == [.notRecorded])
        #expect(outcome.issues.map(\.row) == [4])
        let sound = try plan(spoken).corrections(try rows(["1", "3"], spoken), reason: "笔误")
        #expect((sound.corrections, sound.alreadyRecorded) == (1, 1))
        guard case .readingsCorrection(let entry)? = sound.entries.first else {
            Issue.record("no correction")
            return
        }
        #expect(entry.reason == "笔误")
        #expect(entry.rows.map { $0.old.values.map(\.value.text) } == [["2"]])
        #expect(entry.rows.map { $0.new.values.map(\.value.text) } == [["3"]])
    }

    @Test("Where two logs contradict each other, the own record counts and can be corrected")
    func contradiction() throws {
        var spoken = try SpokenDocket.withLiye()
        let before = spoken
        try record(try plan(before).readings(try rows(["1"], spoken)), in: &spoken)
        try record(
            try plan(before, by: SpokenDocket.chongqing).readings(try rows(["2"], spoken)), by: SpokenDocket.chongqing,
            in: &spoken)
        let again = try plan(spoken).readings(try rows(["1"], spoken))
        #expect((again.newReadings, again.alreadyRecorded) == (0, 1))
        #expect(try plan(spoken).readings(try rows(["2"], spoken)).issues.map(\.expected) == ["normal codmn=1"])
        try record(try plan(spoken).corrections(try rows(["2"], spoken), reason: "笔误"), in: &spoken)
        let april = try #require(Period("2021-04"))
        let found = spoken.docket.readings.readings(
            of: try #require(SectionID("430000-liye")), in: april,
            view: RecordView(cut: spoken.docket.heads, correctionsNotApplied: []))
        #expect(found.conflicts.isEmpty)
        #expect(found.versions.map { $0.content.values.map(\.value.text) } == [["2"]])
    }

    @Test("A source is a record of its own")
    func otherSource() throws {
        var spoken = try SpokenDocket.withLiye()
        try record(try plan(spoken).readings(try rows(["1"], spoken)), in: &spoken)
        let other = IntakePlan(
            docket: spoken.docket, node: try SpokenDocket.node(SpokenDocket.hunan), source: "manual", file: "a.csv",
            fileDigest: ContentDigest(of: []))
        #expect(other.readings(try rows(["2"], spoken)).newReadings == 1)
        #expect(other.corrections(try rows(["2"], spoken), reason: "笔误").issues.map(\.code) == [.notRecorded])
    }
}
