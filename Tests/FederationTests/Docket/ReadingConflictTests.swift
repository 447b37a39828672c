import Compensation
import Federation
import TestSupport
import Testing
import TransparencyLog

/// What several records of one reading come to.
@Suite struct ReadingConflictTests {
    private static let time = "2021-04-02T16:00+08:00"

    private func value(_ codmn: String) throws -> ReadingContent {
        try EntryVectors.content(Self.time, .normal, [(.permanganateIndex, codmn)])
    }

    private func record(_ codmn: String) throws -> Entry { try LiyeReadings.entry([try value(codmn)]) }

    private func change(_ old: String, _ new: String) throws -> Entry {
        try LiyeReadings.correction([try #require(ReadingChange(old: try value(old), new: try value(new)))])
    }

    /// The reading both parties see once they endorse every correction; `conflict` or `-` for none.
    private func outcome(_ said: [(String, Entry)]) throws -> [String] {
        var world = try World.signed()
        for (code, entry) in said {
            let place = try world.say(code, "common", entry)
            guard case .readingsCorrection = entry else { continue }
            let other = code == World.hunan ? World.chongqing : World.hunan
            try world.say(other, "common", .readingsEndorsement(ReadingsEndorsementEntry(correction: place)))
        }
        return try [World.hunan, World.chongqing].map { code in
            switch try world.settlement(code).own {
            case .failure(let obstacle): return obstacle.code
            case .success(let own): return own.settlement.inputs[0].reading.values[0].value.text
            }
        }
    }

    @Test func identicalRecordsInTwoLogsAreOne() throws {
        let one = try World.withReadings()
        var two = try World.withReadings()
        try two.say(World.chongqing, "common", try LiyeReadings.entry())
        var three = try World.signed()
        try three.say(World.chongqing, try LiyeReadings.entry())
        let documents = try [one, two, three].map { try $0.settlement(World.hunan).own.get() }
        #expect(documents[0].document.bytes == documents[1].document.bytes)
        #expect(documents[0].digest == documents[1].digest)
        #expect(documents[0].digest == documents[2].digest)
        #expect(documents[0].cut != documents[1].cut)
    }

    @Test func contradictionsAreNotComputed() throws {
        var world = try World.withReadings()
        try world.act(World.chongqing)
        try world.say(World.chongqing, "common", try record("2.42"))
        for code in [World.chongqing, World.hunan] {
            let settlement = try world.settlement(code)
            guard case .failure(.conflict(let conflicts)) = settlement.own else {
                Issue.record("computed in spite of a contradiction")
                continue
            }
            #expect(conflicts.map(\.time.text) == [Self.time])
            #expect(conflicts.map(\.first.log.node.text) == ["430000.tongzhou.test"])
            #expect(conflicts.map(\.second.log.node.text) == ["500000.tongzhou.test"])
            #expect(try world.due(code, accepting: true).isEmpty)
        }
    }

    @Test func correctionsDecideWhosesoeverLogComesFirst() throws {
        let (h, c) = (World.hunan, World.chongqing)
        let table: [(String, [(String, Entry)], String)] = try [
            ("contradiction", [(h, record("1")), (c, record("2"))], "reading-conflict"),
            ("as written counts", [(h, record("1.0")), (c, record("1"))], "reading-conflict"),
            ("one corrects towards the other", [(h, record("1")), (c, record("2")), (h, change("1", "2"))], "2"),
            ("mirrored", [(c, record("1")), (h, record("2")), (c, change("1", "2"))], "2"),
            ("the other corrects", [(h, record("1")), (c, record("2")), (c, change("1", "2"))], "2"),
            ("record of what was corrected", [(c, record("1")), (c, change("1", "2")), (h, record("2"))], "2"),
            (
                "record of a stage",
                [(h, record("1")), (h, change("1", "2")), (c, record("2")), (h, change("2", "3"))], "3"
            ),
            (
                "stage, mirrored", [(c, record("1")), (c, change("1", "2")), (h, record("2")), (c, change("2", "3"))],
                "3"
            ),
            ("old record again", [(h, record("1")), (h, change("1", "2")), (c, record("1"))], "2"),
            ("taken back", [(h, record("1")), (h, change("1", "2")), (h, change("2", "1"))], "1"),
            ("third value", [(h, record("1")), (h, change("1", "2")), (c, record("3"))], "reading-conflict"),
            ("correction of nothing", [(h, record("1")), (c, change("7", "8"))], "1"),
            ("rivals", [(h, record("1")), (h, change("1", "2")), (c, change("1", "3"))], "reading-conflict"),
            ("same change twice", [(h, record("1")), (h, change("1", "2")), (c, change("1", "2"))], "2"),
        ]
        for (name, said, expected) in table {
            #expect(try outcome(said) == [expected, expected], "\(name)")
        }
    }

    /// Two sources at one time are two readings of one section; the scheme does not choose between them.
    @Test func twoSourcesAtOneTimeAreNotComputed() throws {
        var world = try World.withReadings()
        try world.say(
            World.chongqing, "common",
            .readings(
                ReadingsEntry(
                    section: try #require(SectionID("430000-liye")), source: "joint", file: "joint.csv",
                    fileDigest: ContentDigest(of: []), rows: [try value("2.42")])))
        guard case .failure(let obstacle) = try world.settlement(World.hunan).own else {
            Issue.record("computed")
            return
        }
        #expect(obstacle.code == "duplicate-reading")
    }
}
