import Compensation
import Federation
import Foundation
import NodeService
import Testing
import TransparencyLog

@testable import Simulation

/// An operator who is told that something is on record already can rely on it.
@Suite struct RecordedWordTests {
    private static let rivers = River.all(Province.federation(of: 3))

    private func file(_ value: String, dryRun: Bool = false) -> OperatorCommand.ReadingsFile {
        let csv = """
            断面,监测时间,状态,ph,do,codmn,nh3n,tp
            省界断面1,2021-04-01 08:00,正常,7.60,8.8,\(value),0.02,0.04

            """
        return OperatorCommand.ReadingsFile(
            name: "2021-04.csv", bytes: Array(csv.utf8), year: nil, source: "joint", channel: "common", dryRun: dryRun)
    }

    private func content(_ value: String) throws -> ReadingContent {
        ReadingContent(
            time: try #require(CivilTime(text: "2021-04-01T08:00+08:00")), status: .normal,
            values: [IndicatorValue(try #require(Indicator(code: "codmn")), try #require(MeasuredValue(value)))])
    }

    private func section() throws -> SectionID { try #require(SectionID(Self.rivers[0].section)) }

    private func stated(_ value: String) throws -> Entry {
        .readings(
            ReadingsEntry(
                section: try section(), source: "joint", file: "2021-04.csv", fileDigest: ContentDigest(of: []),
                rows: [try content(value)]))
    }

    @Test func aFileIsOnRecordWhereItsRowsAre() throws {
        let word = try #require(RecordedWord(.importReadings(file("2.5")), Self.rivers))
        #expect(!word.stands(own: [], others: []))
        #expect(try word.stands(own: [stated("2.5")], others: []))
        #expect(try word.stands(own: [], others: [stated("2.5")]))
        #expect(try word.stands(own: [stated("3.1")], others: []) == false)
        let (old, new) = (try content("3.1"), try content("2.5"))
        let change = try #require(ReadingChange(old: old, new: new))
        let correction = Entry.readingsCorrection(
            ReadingsCorrectionEntry(section: try section(), source: "joint", reason: "仪器校准", rows: [change]))
        #expect(word.stands(own: [correction], others: []))
        let isJudged = RecordedWord(.importReadings(file("2.5", dryRun: true)), Self.rivers) != nil
        #expect(!isJudged)
    }

    @Test func onlyTheOwnSignatureIsMeant() throws {
        let river = Self.rivers[0]
        let command = OperatorCommand.agreement(.sign(agreement: river.agreement, digest: nil, dryRun: false))
        let word = try #require(RecordedWord(command, Self.rivers))
        let signature = Entry.agreementSignature(
            AgreementSignatureEntry(
                agreement: try #require(AgreementID(river.agreement)), agreementDigest: ContentDigest(of: [])))
        #expect(word.stands(own: [signature], others: []))
        #expect(!word.stands(own: [], others: [signature]))
    }

    /// Whoever has registered it: one registration stands for all.
    @Test func aSectionIsRegisteredAsItWasTyped() throws {
        var habits = Habits(river: Self.rivers[0], month: 4, chance: Chance(1))
        let typed = habits.renamedSection()
        let plain = try #require(RecordedWord(habits.section, Self.rivers))
        let renamed = try #require(RecordedWord(typed, Self.rivers))
        let (up, down) = (Self.rivers[0].upstream.code, Self.rivers[0].downstream.code)
        let entry = Entry.section(
            SectionEntry(
                section: try section(), name: Bilingual(zh: "省界断面1", en: "Border 1"), aliases: [], river: "模拟河",
                basin: "长江流域", bodyType: .river, controlLevel: .national, upstream: try #require(PartyCode(up)),
                downstream: try #require(PartyCode(down))))
        #expect(!plain.stands(own: [], others: []))
        #expect(plain.stands(own: [entry], others: []))
        #expect(plain.stands(own: [], others: [entry]))
        #expect(!renamed.stands(own: [entry], others: [entry]))
    }

    @Test func aDraftIsRecordedInTheOwnLog() throws {
        let river = Self.rivers[0]
        let habits = Habits(river: river, month: 4, chance: Chance(1))
        let word = try #require(RecordedWord(habits.draft, Self.rivers))
        func draft(_ scheme: String) throws -> Entry {
            .agreement(
                AgreementEntry(
                    agreement: try #require(AgreementID(river.agreement)),
                    channel: try #require(ChannelName(river.channel)),
                    parties: try river.parties.map { try #require(PartyCode($0.code)) },
                    schemeDigest: ContentDigest(of: Array(scheme.utf8)),
                    validFrom: try #require(Period("2021-01")), validTo: try #require(Period("2022-12"))))
        }
        #expect(try word.stands(own: [draft(river.scheme)], others: []))
        #expect(try word.stands(own: [], others: [draft(river.scheme)]) == false)
        #expect(try word.stands(own: [draft("another scheme")], others: []) == false)
    }

    /// Four times the same file at once, twice the same section, a draft that stands: three, one and one are told that it
    /// is recorded, and each of them is looked up.
    @Test func everySuchAnswerIsLookedUp() async throws {
        var plan = Plan(seed: 1, steps: 0, faults: [])
        let actions: [Action] = [.month, .again]
        plan.steps = actions.map { Step(action: $0, seed: 1, seconds: 5) }
        let outcome = try await SimulationThread.run(plan)
        #expect(outcome.violation == nil)
        #expect(outcome.recalled >= 5)
    }
}
