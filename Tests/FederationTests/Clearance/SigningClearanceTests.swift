import Compensation
import Federation
import Testing
import TransparencyLog

/// The check before the first signature (fault F5) and the copied key (F25), as rules: what is known, what follows.
@Suite("Clearance to sign")
struct SigningClearanceTests {
    private let common: LogOrigin
    private let youshui: LogOrigin
    private let hunan: NodeName
    private let centre: NodeName

    init() throws {
        common = try World.origin(World.chongqing, "common")
        youshui = try World.origin(World.chongqing, "youshui")
        hunan = try #require(NodeName("430000.tongzhou.test"))
        centre = try #require(NodeName("100000.tongzhou.test"))
    }

    private func head(_ size: Int, _ text: String = "", of log: LogOrigin? = nil) -> CutLog {
        CutLog(log: log ?? common, size: size, root: MerkleHash.leaf(Array("\(size)\(text)".utf8)))
    }

    /// A peer shows `shown` while `signed` entries are held; what is held has the same roots as `head`.
    @discardableResult
    private func show(
        _ clearance: inout SigningClearance, _ shown: CutLog, by peer: NodeName, signed: Int
    ) -> SigningClearance.Sighting {
        let here = shown.size <= signed ? head(shown.size, of: shown.log).root : nil
        return clearance.seen(shown, by: peer, signed: signed, here: here)
    }

    private func missing(_ size: Int, _ peer: NodeName?, of log: LogOrigin? = nil) -> SigningClearance.Missing {
        SigningClearance.Missing(log: log ?? common, size: size, peer: peer)
    }

    @Test("A machine that remembers all it signed goes on at once")
    func level() { #expect(SigningClearance(memory: .level).verdict == .cleared) }

    @Test("After a start of the machine nothing is signed until a peer has answered, whatever it holds")
    func waits() {
        var clearance = SigningClearance(memory: .nothing)
        #expect(clearance.verdict == .waiting)
        clearance.asked(answers: [])
        #expect(clearance.verdict == .waiting)
        clearance.asked(answers: [hunan])
        #expect(clearance.verdict == .cleared)
    }

    @Test("A peer that shows what is held, or the beginning of it, holds nothing up", arguments: [3, 7])
    func held(size: Int) {
        var clearance = SigningClearance(memory: .nothing)
        #expect(show(&clearance, head(size), by: hunan, signed: 7) == .held)
        clearance.asked(answers: [hunan])
        #expect(clearance.verdict == .cleared)
    }

    @Test("What a peer shows beyond is fetched back first; the most that anybody shows counts")
    func recovers() {
        var clearance = SigningClearance(memory: .nothing)
        #expect(show(&clearance, head(9), by: hunan, signed: 7) == .ahead)
        #expect(show(&clearance, head(8), by: centre, signed: 7) == .ahead)
        #expect(show(&clearance, head(2, of: youshui), by: hunan, signed: 1) == .ahead)
        clearance.asked(answers: [hunan, centre])
        #expect(clearance.verdict == .recovering([missing(9, hunan), missing(2, hunan, of: youshui)]))
        clearance.holds(common, 8)
        clearance.holds(youshui, 2)
        #expect(clearance.verdict == .recovering([missing(9, hunan)]))
        clearance.holds(common, 9)
        #expect(clearance.verdict == .cleared)
    }

    @Test("A peer that comes back later with more, before anything was signed, is a recovery too")
    func laterPeer() {
        var clearance = SigningClearance(memory: .nothing)
        clearance.asked(answers: [hunan])
        show(&clearance, head(9), by: centre, signed: 7)
        #expect(clearance.verdict == .recovering([missing(9, centre)]))
    }

    @Test("A peer that had answered and then shows more has it from somebody who signs now")
    func overtaken() {
        var clearance = SigningClearance(memory: .nothing)
        show(&clearance, head(9), by: hunan, signed: 7)
        clearance.asked(answers: [hunan])
        show(&clearance, head(9), by: hunan, signed: 8)
        #expect(clearance.verdict == .recovering([missing(9, hunan)]), "still on the way")
        clearance.holds(common, 9)
        show(&clearance, head(9), by: hunan, signed: 9)
        #expect(clearance.verdict == .cleared)
        show(&clearance, head(10), by: hunan, signed: 9)
        #expect(clearance.verdict == .elsewhere(missing(10, hunan)))
    }

    @Test("A restored database under a machine that remembers more: certain, without asking anybody")
    func rolledBack() {
        var clearance = SigningClearance(memory: .beyond([missing(9, nil)]))
        #expect(clearance.verdict == .recovering([missing(9, nil)]))
        clearance.asked(answers: [hunan, centre])
        #expect(clearance.verdict == .recovering([missing(9, nil)]), "no peer holds it, and yet it was signed")
        clearance.holds(common, 9)
        #expect(clearance.verdict == .cleared)
    }

    @Test("Back at the remembered size, peers are still asked")
    func rolledBackAndAlone() {
        var clearance = SigningClearance(memory: .beyond([missing(9, nil)]))
        clearance.holds(common, 9)
        #expect(clearance.verdict == .waiting)
    }

    @Test("Another root at a size that is held: two histories, for good")
    func contradiction() {
        for memory in [SigningClearance.Memory.level, .nothing] {
            var clearance = SigningClearance(memory: memory)
            #expect(show(&clearance, head(5, "other"), by: hunan, signed: 7) == .contradicts)
            clearance.asked(answers: [hunan, centre])
            clearance.holds(common, 9)
            clearance.exempt()
            #expect(clearance.verdict == .frozen(common))
        }
        #expect(SigningClearance(memory: .level, contradicted: [common]).verdict == .frozen(common))
        #expect(SigningClearance(memory: .differs(common)).verdict == .frozen(common))
    }

    @Test("More than was signed here, once this node was level: somebody else signs with its key")
    func twin() {
        var remembered = SigningClearance(memory: .level)
        var spoken = SigningClearance(memory: .nothing)
        spoken.asked(answers: [hunan])
        spoken.signed()
        for clearance in [remembered, spoken] {
            var clearance = clearance
            show(&clearance, head(9), by: hunan, signed: 8)
            #expect(clearance.verdict == .elsewhere(missing(9, hunan)))
            clearance.exempt()
            clearance.asked(answers: [hunan, centre])
            #expect(clearance.verdict == .elsewhere(missing(9, hunan)), "no word of the operator undoes it")
        }
        show(&remembered, head(8), by: hunan, signed: 8)
        #expect(remembered.verdict == .cleared)
    }

    @Test("The operator's exception ends the waiting and what only this machine remembers, not what a peer has shown")
    func exception() {
        var waiting = SigningClearance(memory: .nothing)
        waiting.exempt()
        #expect(waiting.verdict == .waiting, "whoever can be reached is asked first")
        waiting.asked(answers: [])
        #expect(waiting.verdict == .cleared)
        show(&waiting, head(9), by: hunan, signed: 7)
        #expect(waiting.verdict == .recovering([missing(9, hunan)]))

        var remembering = SigningClearance(memory: .beyond([missing(9, nil)]))
        remembering.exempt()
        #expect(remembering.verdict == .waiting)
        remembering.asked(answers: [])
        #expect(remembering.verdict == .cleared)
        show(&remembering, head(9), by: hunan, signed: 7)
        #expect(remembering.verdict == .recovering([missing(9, hunan)]))
    }

    @Test("After a restore every peer has to answer, or the operator says so")
    func everybody() throws {
        let member = try #require(try World().roster.members.first { $0.code.text == World.chongqing })
        for memory in [SigningClearance.Memory.level, .nothing] {
            var clearance = SigningClearance(memory: memory, awaiting: [hunan, centre])
            #expect(clearance.verdict == .waiting && clearance.unanswered == [centre, hunan])
            clearance.asked(answers: [centre])
            #expect(clearance.verdict == .waiting && clearance.unanswered == [hunan])
            let condition = clearance.condition(of: member)
            #expect(condition?.code == .signingWaits && condition?.detail == "430000.tongzhou.test")
            var waived = clearance
            waived.exempt()
            #expect(waived.verdict == .cleared)
            // One that has answered gets what it shows later from one that has not: no second copy of this node.
            if memory == .nothing {
                var late = clearance
                show(&late, head(9), by: centre, signed: 7)
                #expect(late.verdict == .recovering([missing(9, centre)]))
            }
            clearance.asked(answers: [hunan])
            #expect(clearance.verdict == .cleared && clearance.unanswered.isEmpty)
        }
        // The last one to answer is the one that holds more.
        var clearance = SigningClearance(memory: .nothing, awaiting: [hunan, centre])
        clearance.asked(answers: [centre])
        show(&clearance, head(9), by: hunan, signed: 7)
        clearance.asked(answers: [hunan])
        #expect(clearance.verdict == .recovering([missing(9, hunan)]))
        clearance.holds(common, 9)
        #expect(clearance.verdict == .cleared)
    }

    @Test("A log of an earlier epoch is missed and fetched back, and stops nothing for good")
    func earlierEpochs() {
        var clearance = SigningClearance(memory: .nothing)
        clearance.asked(answers: [hunan])
        clearance.reaches(youshui, 5, by: nil)
        #expect(clearance.verdict == .recovering([missing(5, nil, of: youshui)]))
        var waived = clearance
        waived.exempt()
        #expect(waived.verdict == .cleared, "a closed log that nobody holds any more can be let go")
        clearance.reaches(youshui, 5, by: hunan)
        #expect(clearance.verdict == .recovering([missing(5, hunan, of: youshui)]))
        clearance.holds(youshui, 5)
        #expect(clearance.verdict == .cleared)

        // A node that was level: no second copy is inferred from a log that is not written to.
        var level = SigningClearance(memory: .level)
        level.reaches(youshui, 5, by: hunan)
        #expect(level.verdict == .recovering([missing(5, hunan, of: youshui)]))
        level.setAside(youshui)
        #expect(level.verdict == .cleared)
        level.reaches(youshui, 6, by: hunan)
        #expect(level.verdict == .cleared)
        #expect(SigningClearance(memory: .level, setAside: [youshui]).verdict == .cleared)
    }

    @Test("What a node that may not sign shows to people")
    func conditions() throws {
        let member = try #require(try World().roster.members.first { $0.code.text == World.chongqing })
        let cases: [(SigningClearance.Memory, ConditionCode?, String, String)] = [
            (.level, nil, "", ""), (.nothing, .signingWaits, "500000.tongzhou.test", ""),
            (.beyond([missing(9, hunan)]), .ownLogMissing, common.text, "9, 430000.tongzhou.test"),
            (.beyond([missing(9, nil)]), .ownLogMissing, common.text, "9"),
            (.differs(common), .ownLogForked, common.text, ""),
        ]
        for (memory, code, subject, detail) in cases {
            let condition = SigningClearance(memory: memory).condition(of: member)
            #expect(condition?.code == code)
            #expect(condition?.subject ?? "" == subject)
            #expect(condition?.detail ?? "" == detail)
        }
        var twin = SigningClearance(memory: .level)
        show(&twin, head(9), by: hunan, signed: 8)
        #expect(twin.condition(of: member)?.code == .signedElsewhere)
        #expect(
            ConditionCode.signedElsewhere.severity == .integrity && ConditionCode.ownLogForked.severity == .integrity)
    }
}
