import Compensation
import Federation
import Testing

/// Who may register a section, and whose word counts where several do.
@Suite struct SectionRegisterTests {
    private func say(
        _ world: inout World, _ code: String, id: String = "430000-liye", name: String = "里耶镇",
        _ up: String = World.chongqing, _ down: String = World.hunan, channel: String = "common"
    ) throws {
        try world.say(
            code, channel,
            .section(
                SectionEntry(
                    section: try #require(SectionID(id)), name: Bilingual(zh: name, en: name), aliases: [],
                    river: code, basin: "b", bodyType: .river, controlLevel: .national,
                    upstream: try #require(PartyCode(up)), downstream: try #require(PartyCode(down)))))
    }

    private func rivers(_ world: World) throws -> [String] {
        try world.held().docket.sections.sections.map { "\($0.section.text) \($0.river)" }
    }

    @Test func onlyThoseWhomItConcernsAndTheCentreRegister() throws {
        var world = try World()
        try say(&world, World.guizhou)
        #expect(try rivers(world).isEmpty)
        // What two say to one another would give nodes different rivers.
        try say(&world, World.chongqing, channel: "youshui")
        #expect(try rivers(world).isEmpty)
        try say(&world, World.chongqing)
        #expect(try rivers(world) == ["430000-liye 500000"])
    }

    @Test func nobodyTakesOverATakenIdentifier() throws {
        var world = try World()
        try say(&world, World.chongqing)
        // 贵州 would need to be up- or downstream, and says so of another section under the same identifier.
        try say(&world, World.guizhou, World.guizhou, World.chongqing)
        #expect(try rivers(world) == ["430000-liye 500000"])
        // The party whose code begins the identifier, and before it the centre, have the first word.
        try say(&world, World.hunan)
        #expect(try rivers(world) == ["430000-liye 430000"])
        try say(&world, World.chongqing)
        #expect(try rivers(world) == ["430000-liye 430000"])
        try say(&world, World.centre)
        #expect(try rivers(world) == ["430000-liye 100000"])
    }

    @Test func aStrangersSectionOfTheSameNameDoesNotStandInTheWay() throws {
        var world = try World()
        try say(&world, World.hunan)
        try say(&world, World.guizhou, id: "520000-liye", World.guizhou, World.chongqing)
        let register = try world.held().docket.sections
        #expect(register.sections(named: "里耶镇").count == 2)
        let hunan = try #require(PartyCode(World.hunan))
        #expect(register.sections(named: "里耶镇", near: hunan).map(\.section.text) == ["430000-liye"])
        let chongqing = try #require(PartyCode(World.chongqing))
        #expect(register.sections(named: "里耶镇", near: chongqing).count == 2)
    }

    private func suspension() throws -> SectionSuspension {
        let (from, to) = (try #require(Period("2024-03")), try #require(Period("2024-04-15")))
        return try #require(SectionSuspension(from: from, to: to, reason: "施工"))
    }

    /// Golden F4.
    @Test(arguments: ["街口", "鸠坑口", "街口(鸠坑口)", "街口（鸠坑口）"])
    func bracketedNewNameIsTheSameSection(_ name: String) throws {
        var world = try World()
        try say(&world, World.hunan, id: "330000-jiekou", name: "街口(鸠坑口)")
        #expect(try world.held().docket.sections.sections(named: name).map(\.section.text) == ["330000-jiekou"])
    }

    @Test func targetsAndSuspensionsFollowTheTime() throws {
        let entry = SectionEntry(
            section: try #require(SectionID("a")), name: Bilingual(zh: "a", en: "a"), aliases: [], river: "r",
            basin: "b", bodyType: .river, controlLevel: .national, upstream: try #require(PartyCode("500000")),
            downstream: try #require(PartyCode("430000")),
            targets: [
                SectionTarget(from: try #require(Period("2024")), quality: .iii),
                SectionTarget(from: try #require(Period("2025")), quality: .ii),
            ],
            suspensions: [
                try suspension()
            ])
        func at(_ text: String) throws -> CivilTime { try #require(CivilTime(text: text)) }
        #expect(entry.target(at: try at("2023-12-31T23:59+08:00")) == nil)
        #expect(entry.target(at: try at("2024-12-31T23:59+08:00")) == .iii)
        #expect(entry.target(at: try at("2025-01-01T00:00+08:00")) == .ii)
        #expect(entry.suspension(at: try at("2024-02-29T23:59+08:00")) == nil)
        #expect(entry.suspension(at: try at("2024-04-15T23:59+08:00")) != nil)
        #expect(entry.suspension(at: try at("2024-04-16T00:00+08:00")) == nil)
    }
}
