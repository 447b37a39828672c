import Compensation
import Federation
import Presentation
import TransparencyLog

extension CentreDesk {
    /// A rule for the pairs at registered sections.
    func record(_ form: CentreCommand.LevyForm, _ dryRun: Bool) async throws -> ActionReceipt {
        let channel = try central()
        let basin = try Self.basin(form.basin)
        let monthly = try Typed.amount(form.monthly, "--amount")
        guard monthly.count > 0 else { throw Self.refused("--amount", form.monthly, "100万元") }
        let from = try Self.month("--from", form.from)
        let to = try form.to.map { try Self.month("--to", $0) }
        if let to, to < from { throw Self.refused("--to", to.text, from.text) }
        guard let bearer = LevyEntry.Bearer(rawValue: form.bearer) else {
            throw Self.refused("--bearer", form.bearer, "upstream, downstream, each, halves")
        }
        return try await node.say(dryRun: dryRun) { view in
            var pairs: [LevyPair] = []
            for text in form.sections {
                guard let section = SectionID(text).flatMap({ view.docket.sections.section($0) }),
                    section.upstream != section.downstream
                else {
                    throw CommandFailure(
                        zh: "断面 \(text) 未登记，或不是两方共有：tongzhou sections list",
                        en: "section \(text) is not registered, or not shared by two parties: tongzhou sections list")
                }
                let pair = LevyPair(
                    section: section.section, upstream: section.upstream, downstream: section.downstream)
                if !pairs.contains(pair) { pairs.append(pair) }
            }
            let entry = LevyEntry(basin: basin, pairs: pairs, monthly: monthly, from: from, to: to, bearer: bearer)
            let standing = pairs.map { pair in view.docket.centre.levies.last { $0.body.naming(pair) != nil } }
            if standing.allSatisfy({ $0.map { Entry.levy($0.body).saysTheSame(as: .levy(entry)) } ?? false }) {
                return (Bilingual(zh: "早已记录。", en: "Recorded already."), [])
            }
            return (
                Bilingual(
                    zh: "征收规则：\(pairs.count) 对，每月 \(monthly.formattedWanYuan) 万元，自 \(from.text) 起。",
                    en: "Levy rule: \(pairs.count) pairs, \(monthly.formattedYuan) yuan a month from \(from.text)."),
                [Draft(channel: channel, entry: .levy(entry))]
            )
        }
    }

    /// Charges every month that is owed. With `amount`, only if they come to just that.
    func charge(_ amount: String?, _ dryRun: Bool) async throws -> ActionReceipt {
        let channel = try central()
        let expected = try amount.map { try Typed.amount($0, "--amount") }
        return try await node.say(dryRun: dryRun) { view in
            let months = LevyDesk(view.docket, now: view.desk.now).uncharged
            let sum = Fen.sum(months.flatMap { $0.rule.body.shares(of: $0.pair).map(\.amount) })
            if let expected, expected != sum {
                throw CommandFailure(
                    ExitCode.integrity,
                    zh:
                        "现应征收 \(sum?.formattedWanYuan ?? "?") 万元，不是 \(expected.formattedWanYuan) 万元；请重新查看 tongzhou levies list",
                    en:
                        "what is owed is now \(sum?.formattedYuan ?? "?") yuan, not \(expected.formattedYuan); look again with tongzhou levies list"
                )
            }
            guard !months.isEmpty else { return (Bilingual(zh: "没有待征收的月份。", en: "No month is to be charged."), []) }
            return (
                Bilingual(
                    zh: "征收 \(months.count) 个月，共 \(sum?.formattedWanYuan ?? "?") 万元。",
                    en: "\(months.count) months charged, \(sum?.formattedYuan ?? "?") yuan together."),
                months.map { Draft(channel: channel, entry: .levyCharge($0.charge)) }
            )
        }
    }
}
