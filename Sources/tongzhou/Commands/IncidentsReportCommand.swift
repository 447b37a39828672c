import ArgumentParser
import NodeService

/// Notices an incident.
struct IncidentsReportCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report",
            abstract: Speech.text(
                zh: "通报突发事件：写入 common，各成员可见", en: "give notice of an incident: in common, where every member reads it"))
    }

    @OptionGroup var node: NodeOptions
    @Option(help: ArgumentHelp(Speech.text(zh: "断面标识", en: "section identifier")), completion: .sections)
    var section: String
    @Option(help: ArgumentHelp(Speech.text(zh: "发生时间，如 2021-04-20T03:10", en: "time, such as 2021-04-20T03:10")))
    var occurred: String
    @Option(help: ArgumentHelp(Speech.text(zh: "情况", en: "what was seen")))
    var description: String
    @Option(
        name: .customLong("affected"),
        help: ArgumentHelp(Speech.text(zh: "可能受影响的一方，可重复", en: "party that may be affected, repeatable")))
    var affected: [String] = []
    @OptionGroup var dry: DryRunFlag

    func run() async throws {
        let form = CentreCommand.IncidentForm(
            section: section, occurred: occurred, description: description, affected: affected)
        try await node.run(.centre(.reportIncident(form, dryRun: dry.dryRun)))
    }
}
