import Presentation
import Testing

/// docs/desk.md, line by line.
@Suite("Who may do what at the desk")
struct DeskActTests {
    @Test(
        "By role: operator, approver, auditor",
        arguments: [
            (.logIn, [true, true, true]), (.logOut, [true, true, true]),
            (.readAudit, [false, true, true]), (.importReadings, [true, false, false]),
            (.correct, [true, false, false]), (.propose, [true, false, false]), (.accept, [false, true, false]),
            (.object, [false, true, false]), (.endorse, [false, true, false]),
        ] as [(DeskAct, [Bool])])
    func table(act: DeskAct, allowed: [Bool]) {
        #expect([OperatorRole.clerk, .approver, .auditor].map(act.isAllowed(to:)) == allowed)
    }

    @Test("Nobody both brings data in and binds the party by them")
    func fourEyes() {
        let entering = DeskAct.allCases.filter { $0.isAllowed(to: .clerk) && !$0.isAllowed(to: .auditor) }
        #expect(Set(entering.map(\.rawValue)) == ["import", "correct", "propose"])
        #expect(!entering.contains { $0.isAllowed(to: .approver) })
    }
}
