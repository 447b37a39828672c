import Compensation

/// Who looks at a page of the desk, and the seals that the forms made for them carry.
public struct DeskFrame: Sendable {
    let name: String
    public let role: OperatorRole
    /// Of the session and the act; a form without it is not obeyed.
    let seal: @Sendable (DeskAct) -> String

    public init(name: String, role: OperatorRole, seal: @escaping @Sendable (DeskAct) -> String) {
        self.name = name
        self.role = role
        self.seal = seal
    }

    func may(_ act: DeskAct) -> Bool { act.isAllowed(to: role) }

    /// What the desk has beside the public pages, as far as this operator may see it.
    func sections() -> [(path: [String], name: Bilingual)] {
        [(["inbox"], Bilingual(zh: "待办", en: "Inbox"))]
            + (may(.importReadings) ? [(["import"], DeskAct.importReadings.name)] : [])
            + (may(.readAudit) ? [(["audit"], DeskAct.readAudit.name)] : [])
    }
}
