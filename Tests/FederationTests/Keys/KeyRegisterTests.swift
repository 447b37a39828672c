import Compensation
import Federation
import Testing
import TransparencyLog

/// Which keys verify a node's logs, from what has been said about them.
@Suite struct KeyRegisterTests {
    private func node(_ code: String) throws -> NodeName { try #require(NodeName("\(code).tongzhou.test")) }

    private func keys(_ world: World, _ code: String = World.chongqing) throws -> NodeKeys {
        try #require(try world.held().docket.keys.keys(of: try node(code)))
    }

    /// Chongqing rotates from its first key to `key`; the place of the entry.
    private func rotate(_ world: inout World, to key: TestKey, from old: TestKey = .chongqing) throws -> EntryReference
    {
        try world.say(World.chongqing, "common", .keyRotation(try key.rotation(World.chongqing, from: old)))
    }

    private func countersignature(
        _ place: EntryReference, from old: TestKey = .chongqing, to key: TestKey
    ) throws -> Entry {
        .keyCountersignature(
            KeyCountersignatureEntry(
                node: place.log.node, rotation: place, oldKey: try old.publicKey, newKey: try key.publicKey))
    }

    @Test func aProofOfOpenSSLHolds() throws {
        let entry = try KeyVectors.rotation()
        #expect(entry.isProven)
        for position in entry.proof.indices {
            var proof = entry.proof
            proof[position] ^= 1
            #expect(
                !KeyRotationEntry(node: entry.node, oldKey: entry.oldKey, newKey: entry.newKey, proof: proof).isProven)
        }
    }

    @Test func theConfiguredKeyIsTheOnlyOneAtFirst() throws {
        let keys = try keys(try World())
        #expect(try keys.accepted == [TestKey.chongqing.publicKey] && keys.signing == keys.accepted)
        #expect(keys.rotations.isEmpty && keys.refused.isEmpty && keys.retired.isEmpty)
        #expect(try World().held().docket.keys.keys(of: try node("990000")) == nil)
    }

    @Test func rotationsAddKeysAndRetirementOnlyStopsSigning() throws {
        var world = try World()
        let (second, third) = (TestKey(21), TestKey(22))
        _ = try rotate(&world, to: second)
        let both = try [TestKey.chongqing.publicKey, second.publicKey]
        #expect(try keys(world).accepted == both && keys(world).signing == both)
        func retire(_ key: TestKey) throws {
            let entry = KeyRetirementEntry(node: try node(World.chongqing), key: try key.publicKey)
            try world.say(World.chongqing, "common", .keyRetirement(entry))
        }
        // The only key that is left cannot be retired.
        try retire(second)
        #expect(try keys(world).signing == both)
        try retire(.chongqing)
        #expect(try keys(world).accepted == both && keys(world).signing == [second.publicKey])
        _ = try rotate(&world, to: third, from: second)
        let all = try keys(world)
        #expect(try all.accepted == both + [third.publicKey] && all.newest == third.publicKey)
        // The earlier retirement of the second key counts now that another one signs.
        #expect(try all.signing == [third.publicKey])
        for origin in ["500000.tongzhou.test/common/1", "500000.tongzhou.test/youshui/3"] {
            let log = try #require(LogOrigin(origin))
            let verifiers = try world.held().docket.keys.noteKeys(of: log).verifiers
            #expect(verifiers.map(\.publicKey) == all.accepted && verifiers.allSatisfy { $0.name == origin })
        }
    }

    /// Whoever has only one of the two keys, or speaks elsewhere, changes nothing, and it is told.
    @Test(arguments: [
        "by the old key", "of another node", "of other keys", "as a checkpoint", "in another log", "of another channel",
        "from a strange key", "to a neighbour's key", "to itself", "to a weak key", "back to the first key",
    ])
    func whatIsNotProvenByBothChangesNothing(_ what: String) throws {
        var world = try World()
        let new = TestKey(21)
        let good = try new.rotation(World.chongqing, from: .chongqing)
        var entry = good
        var log = (World.chongqing, "common")
        var expected: KeyRotationProblem = .unproven
        switch what {
        case "by the old key":
            let proof = try TestKey.chongqing.signer(KeyRotationEntry.proofName).sign(
                KeyRotationEntry.statement(node: good.node, oldKey: good.oldKey, newKey: good.newKey))
            entry = KeyRotationEntry(node: good.node, oldKey: good.oldKey, newKey: good.newKey, proof: proof.signature)
        case "of another node":
            let statement = KeyRotationEntry.statement(
                node: try node(World.hunan), oldKey: good.oldKey, newKey: good.newKey)
            entry = try new.rotation(World.chongqing, from: .chongqing, statement: statement)
        case "of other keys":
            let statement = KeyRotationEntry.statement(node: good.node, oldKey: good.newKey, newKey: good.oldKey)
            entry = try new.rotation(World.chongqing, from: .chongqing, statement: statement)
        case "as a checkpoint":
            entry = try new.rotation(
                World.chongqing, from: .chongqing, statement: "500000.tongzhou.test/common/1\n1\nAAAA\n")
        case "in another log": (log, expected) = ((World.hunan, "common"), .foreign)
        case "of another channel": (log, expected) = ((World.chongqing, "youshui"), .elsewhere)
        case "from a strange key":
            (entry, expected) = (try new.rotation(World.chongqing, from: TestKey(30)), .unknownKey)
        case "to a neighbour's key":
            (entry, expected) = (try TestKey(2).rotation(World.chongqing, from: .chongqing), .keyTaken)
        case "to itself":
            (entry, expected) = (try TestKey.chongqing.rotation(World.chongqing, from: .chongqing), .keyTaken)
        case "to a weak key":
            // The neutral point: under it a signature can be made without any private key (RFC 8032 section 5.1.4).
            let point: [UInt8] = [1] + Array(repeating: 0, count: 31)
            entry = KeyRotationEntry(
                node: good.node, oldKey: good.oldKey, newKey: point, proof: point + Array(repeating: 0, count: 32))
        default:
            _ = try rotate(&world, to: new)
            (entry, expected) = (try TestKey.chongqing.rotation(World.chongqing, from: new), .keyTaken)
        }
        let before = try keys(world, log.0).accepted
        let place = try world.say(log.0, log.1, .keyRotation(entry))
        let after = try keys(world, log.0)
        #expect(after.accepted == before, "\(what)")
        #expect(after.refused.map(\.reference) == [place] && after.refused.map(\.problem) == [expected], "\(what)")
        if what == "in another log" { #expect(try keys(world).accepted.count == 1) }
    }

    /// Once neighbours have the new key in their peer file, what the old one signed still verifies.
    @Test func aConfiguredNewKeyLeadsBackToTheOldOne() throws {
        var world = try World()
        let new = TestKey(21)
        _ = try rotate(&world, to: new)
        let members = try world.roster.members.map { member in
            guard member.node == (try node(World.chongqing)) else { return member }
            return Member(
                node: member.node, code: member.code, role: member.role, name: member.name, logKey: try new.publicKey)
        }
        let roster = try #require(Roster(members))
        let docket = Held(world.logs.map { ($0, $0.entries.count) }, roster: roster).docket
        let keys = try #require(docket.keys.keys(of: try node(World.chongqing)))
        #expect(try keys.accepted == [TestKey.chongqing.publicKey, new.publicKey])
        #expect(keys.newest == keys.configured)
    }

    /// An earlier epoch that was signed with a lost key is known by that key alone.
    @Test func aFormerKeyVerifiesItsLogOnly() throws {
        var world = try World()
        _ = try rotate(&world, to: TestKey(21))
        let lost = try #require(LogOrigin("500000.tongzhou.test/common/1"))
        let member = Member(
            node: try node(World.chongqing), code: try EntryVectors.party("500000"), role: .province,
            name: .init(zh: "重庆市", en: "Chongqing"), logKey: try TestKey(9).publicKey,
            formerKeys: [FormerKey(log: lost, key: try TestKey.chongqing.publicKey)])
        let roster = try #require(Roster([member]))
        let register = Held(world.logs.map { ($0, $0.entries.count) }, roster: roster).docket.keys
        let next = try #require(LogOrigin("500000.tongzhou.test/common/2"))
        #expect(
            try register.noteKeys(of: lost).verifiers.map(\.publicKey) == [
                TestKey.chongqing.publicKey, TestKey(21).publicKey,
            ])
        #expect(try register.noteKeys(of: next).verifiers.map(\.publicKey) == [TestKey(9).publicKey])
    }

    @Test(
        arguments: [
            ([], false), ([World.hunan], false), ([World.hunan, World.guizhou], false), ([World.centre], false),
            ([World.centre, World.hunan], true), ([World.guizhou, World.centre], true),
            ([World.centre, World.chongqing], false), ([World.centre, World.centre], false),
        ] as [([String], Bool)])
    func theCentreAndOneOtherCountersign(_ signers: [String], _ isEnough: Bool) throws {
        var world = try World()
        let new = TestKey(21)
        let place = try rotate(&world, to: new)
        for signer in signers { try world.say(signer, "common", try countersignature(place, to: new)) }
        // Of another key, of another place, and where not every member reads it: none of them counts.
        try world.say(World.guizhou, "common", try countersignature(place, to: TestKey(22)))
        let elsewhere = EntryReference(log: place.log, index: place.index + 1)
        try world.say(World.guizhou, "common", try countersignature(elsewhere, to: new))
        try world.say(World.guizhou, "youshui", try countersignature(place, to: new))
        let rotation = try #require(try keys(world).rotations.first)
        #expect(rotation.isCountersigned == isEnough)
        let others = Set(signers).subtracting([World.chongqing]).sorted()
        #expect(rotation.countersignedBy.map(\.text) == others.map { "\($0).tongzhou.test" })
        let waiting = try KeyNextSteps(world.held().docket, me: try node(World.hunan)).waiting
        #expect(waiting.isEmpty == (isEnough || signers.contains(World.hunan)))
        #expect(try KeyNextSteps(world.held().docket, me: try node(World.chongqing)).waiting.isEmpty)
    }

    @Test func theCentresOwnRotationTakesTwoProvinces() throws {
        var world = try World()
        let new = TestKey(21)
        let rotation = Entry.keyRotation(try new.rotation(World.centre, from: TestKey(4)))
        let place = try world.say(World.centre, "common", rotation)
        for (signer, isEnough) in [(World.hunan, false), (World.guizhou, true)] {
            try world.say(signer, "common", try countersignature(place, from: TestKey(4), to: new))
            #expect(try keys(world, World.centre).rotations.first?.isCountersigned == isEnough)
        }
    }

    @Test func fingerprintsAreSHA256OfTheRawKey() throws {
        // `openssl dgst -sha256` of the 32 bytes of RFC 8032 section 7.1, test 1.
        let fingerprint = KeyFingerprint(of: try KeyVectors.bytes(KeyVectors.first))
        #expect(fingerprint.hex == "21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9")
        #expect(fingerprint.spoken == "21fe 31df a154 a261 626b f854 046f d227")
        for good in ["21fe31dfa154a261", "21FE 31DF a154 a261 6", fingerprint.hex] {
            #expect(fingerprint.matches(typed: good))
        }
        for bad in [
            "", "21fe31df", "21fe31dfa154a26", "21fe31dfa154a260", fingerprint.hex + "0", "21fe-31df-a154-a261",
        ] {
            #expect(!fingerprint.matches(typed: bad))
        }
    }
}
