public import Compensation
import Federation
import NodeStore
import Presentation
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

    public func perform(_ command: OperatorCommand, _ language: Language, json: Bool) async -> CommandOutcome {
        func render(
            _ report: any Report, _ exitCode: Int32 = ExitCode.done, files: [ProducedFile] = []
        ) -> CommandOutcome {
            CommandOutcome(
                exitCode: exitCode, output: json ? report.jsonText : report.text(language), files: files)
        }
        do {
            switch command {
            case .status(let check):
                let report = try await StatusDesk(node: node, running: running).report()
                return render(report, check ? exitCode(report) : ExitCode.done)
            case .settlements: return render(await settlements())
            case .explain(let agreement, let period): return render(try await explain(agreement, period))
            case .sections: return render(SectionList(await node.docket.sections.sections))
            case .agreements: return render(AgreementList(await node.docket))
            case .addSection(let form): return render(try await AgreementDesk(node: node).add(form))
            case .addAgreement(let file, let scheme, let channel):
                return render(try await AgreementDesk(node: node).add(file: file, scheme: scheme, channel: channel))
            case .signAgreement(let agreement): return render(try await AgreementDesk(node: node).sign(agreement))
            case .importReadings(let file):
                let receipt = try await ReadingsDesk(node: node).record(file)
                return render(receipt, receipt.issues.isEmpty ? ExitCode.done : ExitCode.inputRefused)
            case .correctReadings(let file, let reason):
                let receipt = try await ReadingsDesk(node: node).correct(file, reason: reason)
                return render(receipt, receipt.issues.isEmpty ? ExitCode.done : ExitCode.inputRefused)
            case .endorse(let place): return render(try await ReadingsDesk(node: node).endorse(place))
            case .propose(let agreement, let period):
                return render(try await SettlementsDesk(node: node).propose(agreement, period))
            case .accept(let agreement, let period, let digest):
                return render(try await SettlementsDesk(node: node).accept(agreement, period, digest: digest))
            case .verifyLogs:
                let report = try await LogAuditor(node: node).report()
                return render(report, report.isSound ? ExitCode.done : ExitCode.integrity)
            case .exportBundle(let form): return render(try await BundleExport(node: node).write(form))
            case .importBundle(let path, let dryRun):
                let receipt = try await BundleImport(node: node, dryRun: dryRun).take(path)
                let attention = receipt.needsAttention ? ExitCode.attention : ExitCode.done
                return render(receipt, receipt.isHalted ? ExitCode.integrity : attention)
            case .proveEntry(let place):
                let proof = try await ProofDesk(node: node).prove(try ProofDesk.place(place))
                return render(proof, files: ProofSetFiles.pair("entry", proof))
            case .proveSettlement(let agreement, let period):
                let set = try await ProofDesk(node: node).prove(agreement, period, in: await node.view)
                return render(ProofSetReport(set), files: ProofSetFiles(settlement: set).files)
            case .evidence: return render(try EvidenceDesk(node: node).list())
            case .exportEvidence(let digest):
                let (list, file) = try EvidenceDesk(node: node).export(digest)
                return render(list, files: [file])
            case .keys(let command): return render(try await KeysDesk(node: node).perform(command))
            case .openEpoch(let dryRun): return render(try await EpochDesk(node: node).open(dryRun))
            case .witness: return render(try await WitnessDesk(node: node).report())
            }
        } catch let failure as CommandFailure {
            return CommandOutcome(exitCode: failure.exitCode, errors: failure.message(language) + "\n")
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
        } catch {
            let text = Bilingual(
                zh: "未能完成；已记录的内容见 tongzhou status：\(error)",
                en: "failed; tongzhou status shows what is recorded: \(error)")
            return CommandOutcome(exitCode: ExitCode.failed, errors: text(language) + "\n")
        }
    }

    private func exitCode(_ report: StatusReport) -> Int32 {
        switch report.worst {
        case .integrity: ExitCode.integrity
        case _ where !running: ExitCode.notRunning
        case .error, .attention: ExitCode.attention
        case .notice, nil: ExitCode.done
        }
    }

    private func settlements() async -> SettlementList {
        let view = await node.view
        return SettlementList(view.desk.cases.map { SettlementSummary($0, docket: view.docket) })
    }

    private func explain(_ agreement: String, _ period: String) async throws -> SettlementExplanation {
        let view = await node.view
        let settlement = try SettlementsDesk.find(agreement, period, in: view)
        return SettlementExplanation(SettlementSummary(settlement, docket: view.docket))
    }
}
