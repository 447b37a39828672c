import Compensation
import Federation
import Presentation
import TransparencyLog

extension CentreDesk {
    /// Any member notices an incident.
    func report(_ form: CentreCommand.IncidentForm, _ dryRun: Bool) async throws -> ActionReceipt {
        guard let section = SectionID(form.section) else {
            throw Self.refused("--section", form.section, "430000-liye")
        }
        guard let occurred = CivilTime(text: form.occurred) ?? CivilTime(text: form.occurred + "+08:00") else {
            throw Self.refused("--occurred", form.occurred, "2021-04-20T03:10")
        }
        guard (1...IncidentEntry.longestDescription).contains(form.description.utf8.count) else {
            throw Self.tooLong("--description")
        }
        return try await node.say(dryRun: dryRun) { view in
            guard view.docket.sections.section(section) != nil else {
                throw CommandFailure(
                    zh: "断面 \(section.text) 未登记：tongzhou sections list",
                    en: "section \(section.text) is not registered: tongzhou sections list")
            }
            guard let now = view.desk.now.civilTime, occurred <= now else {
                throw CommandFailure(zh: "发生时间在未来。", en: "The time of the incident lies in the future.")
            }
            var affected: [PartyCode] = []
            for text in form.affected {
                let party = try Self.party("--affected", text, in: view.docket)
                if !affected.contains(party) { affected.append(party) }
            }
            let entry = Entry.incident(
                IncidentEntry(
                    section: section, occurred: occurred, description: form.description, affected: affected))
            let known = view.docket.incidents.incidents.first {
                $0.party == view.member.code && Entry.incident($0.record.body).saysTheSame(as: entry)
            }
            if let known {
                let place = known.record.reference.text
                return (Bilingual(zh: "早已通报：\(place)", en: "Notified already: \(place)"), [])
            }
            return (
                Bilingual(zh: "突发事件通报 \(section.text)。", en: "Notice of an incident at \(section.text)."),
                [Draft(channel: .common, entry: entry)]
            )
        }
    }

    /// The centre rules what an incident costs a party.
    func rule(_ form: CentreCommand.RulingForm, _ dryRun: Bool) async throws -> ActionReceipt {
        let channel = try central()
        let place = try ProofDesk.place(form.incident)
        let (basin, year) = (try Self.basin(form.basin), try Self.year(form.year))
        let deduction = try form.deduction.map { try Typed.amount($0, "--deduction") } ?? .zero
        var cancels: [IncidentRulingEntry.Cancelled] = []
        for text in form.cancels {
            guard let sort = IncidentRulingEntry.Cancelled(rawValue: text) else {
                throw Self.refused("--cancel", text, "awards")
            }
            if !cancels.contains(sort) { cancels.append(sort) }
        }
        guard (1...IncidentEntry.longestDescription).contains(form.reason.utf8.count) else {
            throw Self.tooLong("--reason")
        }
        return try await node.say(dryRun: dryRun) { [cancels] view in
            guard view.docket.incidents.incident(at: place) != nil else {
                throw CommandFailure(
                    zh: "没有通报 \(place.text)：tongzhou incidents list",
                    en: "there is no notice \(place.text): tongzhou incidents list")
            }
            let party = try Self.party("--party", form.party, in: view.docket)
            let entry = IncidentRulingEntry(
                incident: place, party: party, basin: basin, year: year, cancels: cancels, deduction: deduction,
                reason: form.reason)
            let current = view.docket.centre.ruling(on: place, of: party)
            if let current, Entry.incidentRuling(current.body).saysTheSame(as: .incidentRuling(entry)) {
                return (Bilingual(zh: "早已如此裁定。", en: "Ruled so already."), [])
            }
            try Self.requireReplacing(current?.reference, form.replaces, Bilingual(zh: "裁定", en: "ruling"))
            let taken = try LedgerBook(view.docket, history: view.history).items(basin, year).filter { item in
                item.party == party && item.amount.count > 0 && item.counts
                    && (cancels.contains(.awards) && [.award, .outside].contains(item.sort)
                        || cancels.contains(.rewards) && item.sort == .reward)
            }
            let sum = Fen.sum(taken.map(\.amount))
            return (
                Bilingual(
                    zh:
                        "事件裁定：取消 \(taken.count) 笔共 \(sum?.formattedWanYuan ?? "?") 万元，扣减 \(deduction.formattedWanYuan) 万元。",
                    en:
                        "Ruling: \(taken.count) lines of \(sum?.formattedYuan ?? "?") yuan are cancelled, \(deduction.formattedYuan) deducted."
                ),
                [Draft(channel: channel, entry: .incidentRuling(entry))]
            )
        }
    }
}
