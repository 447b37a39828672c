public import Compensation
import Federation
import NodeStore
public import Presentation
import Tabular
import TransparencyLog

/// Carries out operators' commands on a node and words the result.
public struct CommandDesk: Sendable {
    let node: Node
    /// Whether the node is serving; without a running node the report says so.
    let running: Bool

    public init(node: Node, running: Bool) {
        self.node = node
        self.running = running
    }

    public func perform(
        _ command: OperatorCommand, _ language: Language, format: OutputFormat
    ) async -> CommandOutcome {
        await perform(command, language, format: format, progress: NoProgress())
    }

    func perform(
        _ command: OperatorCommand, _ language: Language, format: OutputFormat, progress: any ProgressListener
    ) async -> CommandOutcome {
        defer { progress.end() }
        func render(
            _ report: any Report, _ exitCode: Int32 = ExitCode.done, files: [ProducedFile] = []
        ) -> CommandOutcome {
            CommandOutcome(
                exitCode: exitCode, output: report.rendered(format, language), files: files)
        }
        func render(_ taken: TakenFile) -> CommandOutcome {
            let (receipt, files) = taken.handedBack(language)
            return render(receipt, receipt.exitCode, files: files)
        }
        do {
            switch command {
            case .status(let check):
                let report = try await StatusDesk(node: node, running: running).report()
                return render(report, check ? report.exitCode : ExitCode.done)
            case .settlement(let command):
                let report = try await report(command)
                return render(report, files: try (report as? SettlementStatement)?.files(language) ?? [])
            case .sections: return render(SectionList(await node.docket.sections.sections))
            case .section(.show(let section)): return render(try await SectionDesk(node: node).show(section))
            case .section(.readings(let section, let period)):
                return render(try await SectionDesk(node: node).readings(section, period: period))
            case .agreements: return render(AgreementList(await node.docket, now: node.clock.now))
            case .addSection(let form): return render(try await SectionDesk(node: node).add(form))
            case .agreement(let command): return render(try await report(command))
            case .importReadings(let file):
                let taken = try await ReadingsDesk(node: node, progress: progress).record(file)
                return render(taken)
            case .correctReadings(let file, let reason):
                let taken = try await ReadingsDesk(node: node, progress: progress).correct(file, reason: reason)
                return render(taken)
            case .export(let form):
                let export = try await ExportDesk(node: node).export(form, language)
                return render(export.receipt, files: [export.file])
            case .endorse(let place, let dryRun):
                return render(try await ReadingsDesk(node: node).endorse(place, dryRun: dryRun))
            case .money(let command): return render(try await MoneyDesk(node: node).perform(command))
            case .verifyLogs:
                let report = try await LogAuditor(node: node, progress: progress).report()
                return render(report, report.isSound ? ExitCode.done : ExitCode.integrity)
            case .exportBundle(let form):
                return render(try await BundleExport(node: node, progress: progress).write(form))
            case .importBundle(let path, let dryRun):
                let receipt = try await BundleImport(node: node, dryRun: dryRun, progress: progress).take(path)
                let attention = receipt.needsAttention ? ExitCode.attention : ExitCode.done
                return render(receipt, receipt.isHalted ? ExitCode.integrity : attention)
            case .proveEntry(let place):
                let proof = try await ProofDesk(node: node).prove(try ProofDesk.place(place))
                return render(proof, files: ProofSetFiles.pair("entry", proof))
            case .proveSettlement(let agreement, let period, let digest):
                let set = try await ProofDesk(node: node).prove(agreement, period, digest: digest, in: await node.view)
                return render(ProofSetReport(set), files: ProofSetFiles(settlement: set).files)
            case .evidence: return render(try EvidenceDesk(node: node).list())
            case .exportEvidence(let digest):
                let (list, file) = try EvidenceDesk(node: node).export(digest)
                return render(list, files: [file])
            case .keys(let command): return render(try await KeysDesk(node: node).perform(command))
            case .senders(let command): return render(try await SenderDesk(node: node).perform(command))
            case .accounts(let command): return render(try AccountDesk(node: node).perform(command))
            case .openEpoch(let dryRun): return render(try await EpochDesk(node: node).open(dryRun))
            case .centre(let command): return render(try await CentreDesk(node: node).perform(command))
            case .witness: return render(try await WitnessDesk(node: node).report())
            }
        } catch let failure as CommandFailure {
            return CommandOutcome(exitCode: failure.exitCode, errors: failure.text(language) + "\n")
        } catch NodeProblem.epochNotOpened(let origin) {
            let text = Bilingual(
                zh: "\(origin.text) 尚未启用，未记录任何内容：先执行 tongzhou epoch open",
                en: "\(origin.text) is not begun yet, nothing was recorded: run tongzhou epoch open first")
            return CommandOutcome(exitCode: ExitCode.inputRefused, errors: text(language) + "\n")
        } catch let problem as EntryProblem {
            let text = Bilingual(
                zh: "不能写入日志，未记录任何内容：\(problem.code.rawValue) \(problem.detail)",
                en: "cannot be said in a log, nothing was recorded: \(problem.code.rawValue) \(problem.detail)")
            return CommandOutcome(exitCode: ExitCode.inputRefused, errors: text(language) + "\n")
        } catch let error as StoreError {
            return FailureWording.outcome(error, language)
        } catch let failure as WorkbookWritingFailure {
            return FailureWording.outcome(failure, language)
        } catch {
            let text = Bilingual(
                zh: "未能完成；已记录的内容见 tongzhou status：\(error)",
                en: "failed; tongzhou status shows what is recorded: \(error)")
            return CommandOutcome(exitCode: ExitCode.failed, errors: text(language) + "\n")
        }
    }

    private func report(_ command: AgreementCommand) async throws -> any Report {
        let desk = AgreementDesk(node: node)
        switch command {
        case .show(let agreement): return try await desk.show(agreement)
        case .differences(let agreement, let from, let to):
            return try await desk.differences(agreement, from: from, to: to)
        case .draft(let form, let dryRun): return try await desk.draft(form, dryRun: dryRun)
        case .sign(let agreement, let digest, let dryRun):
            return try await desk.sign(agreement, digest: digest, dryRun: dryRun)
        case .file(let agreement, let digest, let dryRun):
            return try await desk.file(agreement, digest: digest, dryRun: dryRun)
        case .end(let agreement, let digest, let last, let reason, let dryRun):
            return try await desk.end(agreement, digest: digest, lastPeriod: last, reason: reason, dryRun: dryRun)
        }
    }

    private func report(_ command: SettlementCommand) async throws -> any Report {
        let desk = SettlementsDesk(node: node)
        let facts = FactsDesk(node: node)
        let exemptions = ExemptionsDesk(node: node)
        switch command {
        case .list(let agreement): return try await desk.list(agreement)
        case .show(let agreement, let period, let digest):
            return try await desk.show(agreement, period, digest: digest)
        case .explain(let agreement, let period, let digest):
            return try await desk.explain(agreement, period, digest: digest)
        case .statement(let agreement, let period, let digest):
            return try await desk.statement(agreement, period, digest: digest)
        case .proposals(let agreement, let period): return try await desk.proposals(agreement, period)
        case .proposal(let place): return try await desk.proposal(place)
        case .propose(let agreement, let period, let expected, let dryRun):
            return try await desk.propose(agreement, period, expected, dryRun: dryRun)
        case .accept(let agreement, let period, let expected, let dryRun):
            return try await desk.accept(agreement, period, expected, dryRun: dryRun)
        case .object(let agreement, let period, let form, let dryRun):
            return try await desk.object(agreement, period, form, dryRun: dryRun)
        case .facts(let agreement, let period, let digest):
            return try await facts.list(agreement, period, digest: digest)
        case .stateFacts(let form, let dryRun): return try await facts.state(form, dryRun: dryRun)
        case .endorseFacts(let place, let dryRun): return try await facts.endorse(place, dryRun: dryRun)
        case .exemptions: return await exemptions.list()
        case .requestExemption(let form, let dryRun): return try await exemptions.request(form, dryRun: dryRun)
        case .decideExemption(let place, let office, let refuse, let dryRun):
            return try await exemptions.decide(place, office, refuse: refuse, dryRun: dryRun)
        }
    }
}
