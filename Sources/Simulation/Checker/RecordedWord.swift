import Compensation
import Federation
import Foundation
import NodeService
import TransparencyLog

/// What an operator who is answered well and without places was told to be on record already: just what was typed.
struct RecordedWord {
    /// A row of a file of readings, by the value that decides.
    private struct Row {
        let section: String
        let time: CivilTime
        let index: String
    }

    private enum Subject {
        /// In any log that is held: a file is compared with what everybody has stated.
        case rows([Row])
        /// In any log that is held: what stands is the same for all.
        case any((Entry) -> Bool)
        /// In a log of the node itself.
        case own((Entry) -> Bool)
    }

    private let subject: Subject

    /// `nil` where such an answer says nothing of what is on record: a trial, a list, “nothing is waiting”, which
    /// ``WaitingWord`` is for.
    init?(_ command: OperatorCommand, _ rivers: [River]) {
        switch command {
        case .importReadings(let file), .correctReadings(let file, _):
            let rows = Self.rows(String(decoding: file.bytes, as: UTF8.self), rivers)
            guard !file.dryRun, !rows.isEmpty else { return nil }
            subject = .rows(rows)
        case .settlement(let command):
            guard let isSaid = Self.isSaid(by: command) else { return nil }
            subject = .own(isSaid)
        case .addSection(let form):
            guard !form.dryRun else { return nil }
            subject = .any(Self.registers(form))
        case .agreement(.draft(let form, false)):
            let scheme = ContentDigest(of: form.scheme.bytes)
            subject = .own { entry in
                guard case .agreement(let said) = entry else { return false }
                return said.schemeDigest == scheme && said.channel.text == form.channel
            }
        case .agreement(.sign(let agreement, _, false)):
            subject = .own { entry in
                guard case .agreementSignature(let said) = entry else { return false }
                return said.agreement.text == agreement
            }
        default: return nil
        }
    }

    /// Whether all of it is among the entries that were stored.
    func stands(own: [Entry], others: [Entry]) -> Bool {
        switch subject {
        case .any(let isSaid): return (own + others).contains(where: isSaid)
        case .own(let isSaid): return own.contains(where: isSaid)
        case .rows(let rows):
            let stated = (own + others).flatMap(Self.statements)
            return rows.allSatisfy { row in
                stated.contains { section, content in
                    section == row.section && content.time == row.time
                        && content.values.contains { $0.indicator.code == "codmn" && $0.value.text == row.index }
                }
            }
        }
    }

    /// What an entry states or corrects, before and after.
    private static func statements(_ entry: Entry) -> [(section: String, content: ReadingContent)] {
        switch entry {
        case .readings(let said): said.rows.map { (said.section.text, $0) }
        case .readingsCorrection(let said): said.rows.flatMap { [$0.old, $0.new] }.map { (said.section.text, $0) }
        default: []
        }
    }

    private static func registers(_ form: OperatorCommand.SectionForm) -> (Entry) -> Bool {
        return { entry in
            guard case .section(let said) = entry else { return false }
            return said.section.text == form.id && said.name.zh == form.nameZh && said.name.en == form.nameEn
                && said.aliases == form.aliases && said.river == form.river && said.basin == form.basin
                && said.upstream.text == form.upstream && said.downstream.text == form.downstream
        }
    }

    private static func isSaid(by command: SettlementCommand) -> ((Entry) -> Bool)? {
        switch command {
        case .propose(let agreement, let period, _, false):
            return { entry in
                guard case .proposal(let said) = entry else { return false }
                return said.key.text == "\(agreement) \(period)"
            }
        case .accept(let agreement, let period, _, false):
            return { entry in
                guard case .acceptance(let said) = entry else { return false }
                return said.key.text == "\(agreement) \(period)"
            }
        case .object(let agreement, let period, let form, false):
            return { entry in
                guard case .objection(let said) = entry else { return false }
                return said.key.text == "\(agreement) \(period)" && said.difference.place == form.place
                    && said.difference.own == form.words
            }
        case .requestExemption(let form, false):
            return { entry in
                guard case .exemptionRequest(let said) = entry else { return false }
                return said.key.text == "\(form.agreement) \(form.period)" && said.reason == form.reason
            }
        case .decideExemption(let place, let office, let refuse, false):
            let decision: ExemptionApprovalEntry.Decision = refuse ? .refused : .approved
            return { entry in
                guard case .exemptionApproval(let said) = entry else { return false }
                return said.request.text == place && said.office.rawValue == office && said.decision == decision
            }
        default: return nil
        }
    }

    /// The rows of a file as `Habits` writes it; none where one of them is not of that form.
    private static func rows(_ csv: String, _ rivers: [River]) -> [Row] {
        let lines = csv.split(separator: "\n").dropFirst()
        let rows = lines.compactMap { line -> Row? in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 8, let river = rivers.first(where: { $0.sectionName == cells[0] }),
                let time = CivilTime(text: cells[1].replacing(" ", with: "T") + "+08:00")
            else { return nil }
            return Row(section: river.section, time: time, index: cells[5])
        }
        return rows.count == lines.count ? rows : []
    }
}
