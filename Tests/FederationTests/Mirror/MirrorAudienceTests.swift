import Compensation
import Federation
import Testing

/// Who may read a mirrored copy: never more than the log's own owner has agreed to.
@Suite("Readers of mirrors")
struct MirrorAudienceTests {
    private func readers(of origin: LogOrigin, _ world: World) throws -> [String] {
        let docket = try world.held().docket
        return world.roster.members.filter { MirrorAudience.mayRead(origin, $0.node, docket) }.map(\.code.text)
    }

    @Test("What is open to all members stays so; an agreement's channel is its owner's and the centre's at first")
    func withoutAgreement() throws {
        let world = try World()
        let all = ["100000", "430000", "500000", "520000"]
        #expect(try readers(of: try World.origin(World.chongqing, "common"), world) == all)
        #expect(try readers(of: try World.origin(World.centre, "central"), world) == all)
        #expect(try readers(of: try World.origin(World.chongqing, "youshui"), world) == ["100000", "500000"])
        let stranger = try #require(NodeName("510000.tongzhou.test"))
        let docket = try world.held().docket
        let common = try World.origin(World.chongqing, "common")
        #expect(!MirrorAudience.mayRead(common, stranger, docket))
        #expect(try readers(of: try World.origin("510000", "common"), world) == [])
    }

    @Test("The parties of an agreement read it once the owner has signed; a draft by others opens nothing")
    func withAgreement() throws {
        var world = try World()
        let agreement = try World.agreement()
        let signature = Entry.agreementSignature(
            AgreementSignatureEntry(agreement: agreement.agreement, agreementDigest: agreement.digest))
        let origin = try World.origin(World.chongqing, "youshui")
        try world.say(World.hunan, .scheme(SchemeEntry(text: try Repository.youshui())))
        try world.say(World.hunan, .agreement(agreement))
        try world.say(World.hunan, signature)
        #expect(try readers(of: origin, world) == ["100000", "500000"])
        try world.say(World.chongqing, signature)
        #expect(try readers(of: origin, world) == ["100000", "430000", "500000"])
    }
}
