import Federation
import Foundation
import NodeService

/// What operators type, by the kind of step. Numbers are theirs, drawn from the step's seed.
struct Habits {
    let river: River
    /// The month just over, 1...12.
    var month: Int
    var chance: Chance

    private var period: String { "2021-" + (month < 10 ? "0\(month)" : "\(month)") }

    /// Rows of one file of readings. A value of the permanganate index makes the class (GB 3838-2002 table 1).
    private mutating func file(_ rows: Int, from day: Int) -> OperatorCommand.ReadingsFile {
        let indices = ["1.9", "2.5", "3.1", "3.8", "5.5", "7.5", "9.9", "14.2"]
        var csv = "断面,监测时间,状态,ph,do,codmn,nh3n,tp\n"
        for row in 0..<rows {
            let date = day + row < 10 ? "0\(day + row)" : "\(day + row)"
            let index = chance.pick(indices) ?? "2.5"
            csv += "\(river.sectionName),\(period)-\(date) 08:00,正常,7.6\(chance.below(10)),8.8,\(index),0.02,0.04\n"
        }
        return OperatorCommand.ReadingsFile(
            name: "\(period).csv", bytes: Array(csv.utf8), year: nil, source: "joint", channel: "common",
            dryRun: false)
    }

    mutating func readings() -> OperatorCommand { .importReadings(file(1 + chance.below(4), from: 1)) }

    /// Of days that the first file of a month does not have.
    mutating func moreReadings() -> OperatorCommand {
        .importReadings(file(1 + chance.below(3), from: 5 + chance.below(20)))
    }

    /// As a rule with the word that a period on record may be touched.
    mutating func correction() -> OperatorCommand {
        var file = file(1, from: 1 + chance.below(2))
        file.takesLate = chance.hits(80)
        return .correctReadings(file, reason: "仪器校准\(chance.below(1000))")
    }

    mutating func exemption() -> OperatorCommand {
        .settlement(
            .requestExemption(
                .init(agreement: river.agreement, period: period, facts: ["洪灾"], reason: "汛期\(chance.below(3))"),
                dryRun: false))
    }

    var propose: OperatorCommand { .propose(agreement: river.agreement, period: period) }
    var accept: OperatorCommand { .accept(agreement: river.agreement, period: period, digest: nil) }

    mutating func objection() -> OperatorCommand {
        .settlement(
            .object(
                agreement: river.agreement, period: period,
                .init(place: "第\(chance.below(20))行", words: "请核对\(chance.below(1000))", digest: nil), dryRun: false))
    }

    /// What nobody should type.
    mutating func mistake() -> OperatorCommand {
        switch chance.below(6) {
        case 0: return .accept(agreement: river.agreement, period: "2031-01", digest: nil)
        case 1: return .accept(agreement: "no-such-river", period: period, digest: nil)
        case 2: return .accept(agreement: river.agreement, period: period, digest: "00000000")
        case 3:
            return .importReadings(
                OperatorCommand.ReadingsFile(
                    name: "x.csv", bytes: Array("断面,监测时间,ph\n无此断面,2021-13-45,abc\n".utf8), year: nil, source: "joint",
                    channel: "common", dryRun: false))
        case 4: return .agreement(.sign(agreement: river.agreement, digest: "ffff", dryRun: false))
        default: return .propose(agreement: river.agreement, period: "2020-12")
        }
    }

    func clearing(_ year: String = "2021") -> OperatorCommand {
        .money(
            .recordClearing(
                MoneyCommand.ClearingForm(
                    agreement: river.agreement, year: year, amount: nil, partial: true, dryRun: false)))
    }

    var section: OperatorCommand { registration(aliases: []) }

    /// By one more name, which no other step gives it: what it was called before is not said a second time.
    mutating func renamedSection() -> OperatorCommand { registration(aliases: ["别名\(chance.next())"]) }

    private func registration(aliases: [String]) -> OperatorCommand {
        .addSection(
            OperatorCommand.SectionForm(
                id: river.section, nameZh: river.sectionName, nameEn: "Border \(river.number)", aliases: aliases,
                river: "模拟河",
                basin: "长江流域", bodyType: "river", controlLevel: "国控", upstream: river.upstream.code,
                downstream: river.downstream.code))
    }

    var draft: OperatorCommand {
        .agreement(
            .draft(
                AgreementCommand.DraftForm(
                    scheme: NamedFile(name: "river.md", bytes: Array(river.scheme.utf8)), channel: river.channel),
                dryRun: false))
    }

    var sign: OperatorCommand { .agreement(.sign(agreement: river.agreement, digest: nil, dryRun: false)) }
}
