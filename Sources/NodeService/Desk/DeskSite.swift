import Compensation
import Federation
import Presentation

/// Finds what an address of the desk shows to an operator: the public's pages over all that the node holds, and the
/// desk's own.
struct DeskSite {
    let node: Node

    /// - Returns: `nil` where there is none, or none for this operator's role.
    func page(
        _ path: [String], _ frame: DeskFrame, _ state: SiteState
    ) async throws -> (any PageContent)? {
        switch path {
        case ["inbox"]: return InboxContent(try await StatusDesk(node: node, running: true).report(), frame)
        case ["import"]:
            guard DeskAct.importReadings.isAllowed(to: frame.role) else { return nil }
            return ImportContent(channels: channels, frame)
        case ["audit"]:
            guard DeskAct.readAudit.isAllowed(to: frame.role) else { return nil }
            return AuditContent(try node.audit.report(newest: 200))
        default: break
        }
        guard let page = try await SiteDesk(node: node, state: state).page(path) else { return nil }
        switch (path.first, path.count) {
        case ("settlements", 3), ("settlements", 4):
            let digest = path.count > 3 ? path[3] : nil
            guard let summary = state.settlement(path[1], path[2], digest: digest) else { return page }
            return ActingContent.settlement(page, summary, me: node.member.code, frame)
        case ("sections", 2), ("sections", 3):
            let choice = readings(path, state)
            return ActingContent.section(
                page, path[1], newest: choice?.newest, sources: choice?.sources ?? [], frame)
        default: return page
        }
    }

    /// Where readings can be recorded, `common` first.
    var channels: [String] {
        ["common"] + node.configuration.channels.map(\.channel.text).filter { $0 != "common" }
    }

    /// Of the readings that a section's page shows.
    private func readings(_ path: [String], _ state: SiteState) -> ReadingChoice? {
        let docket = state.view.docket
        guard let section = docket.sections.sections.first(where: { $0.section.text.sameBytes(as: path[1]) }),
            let period = path.count > 2 ? Period(path[2]) : state.months(of: section).last
        else { return nil }
        return ReadingChoice(docket, section, in: period)
    }
}
