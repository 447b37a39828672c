import Compensation
import Federation
import Testing
import TransparencyLog

/// Whose lines count as those of a member's witness and mirror.
@Suite("Keys of cosigners")
struct CosignerKeyTests {
    private static let first = TestKey(1)

    private func node(_ code: String = World.chongqing) throws -> NodeName {
        try #require(NodeName("\(code).tongzhou.test"))
    }

    private func named(
        _ key: TestKey, as name: String, beside logKey: TestKey = first, signedBy signer: TestKey? = nil
    ) throws -> CosignerKey {
        let text = CosignerKey.statement(name, logKey: Base64.encode(try logKey.publicKey))
        let proof = try (signer ?? key).signer(CosignerKey.proofName).sign(text).signature
        return CosignerKey(key: try key.publicKey, proof: proof)
    }

    private func entry(
        _ witness: CosignerKey, _ mirror: CosignerKey, of code: String = World.chongqing, beside logKey: TestKey = first
    ) throws -> Entry {
        .node(
            NodeEntry(
                node: try node(code), party: try #require(PartyCode(code)), role: .province,
                name: Bilingual(zh: code, en: code), logKey: Base64.encode(try logKey.publicKey),
                cosignerKeys: CosignerKeys(witness: witness, mirror: mirror)))
    }

    private func honest(_ witness: TestKey, _ mirror: TestKey, beside logKey: TestKey = first) throws -> Entry {
        let name = try node().text
        return try entry(
            try named(witness, as: "\(name)/witness", beside: logKey),
            try named(mirror, as: "\(name)/mirror", beside: logKey), beside: logKey)
    }

    private func keys(_ world: World, _ cosigner: Cosigner, _ code: String = World.chongqing) throws -> [[UInt8]] {
        try world.held().docket.keys.cosigners(cosigner, of: try node(code)).map(\.publicKey)
    }

    @Test("Proofs that another program made hold")
    func vector() throws {
        var world = try World()
        let member = Member(
            node: try node(), code: try EntryVectors.party("500000"), role: .province,
            name: Bilingual(zh: "重庆市", en: "Chongqing"), logKey: try KeyVectors.bytes(KeyVectors.first))
        try world.say(World.chongqing, "common", .node(try KeyVectors.registration()))
        let roster = try #require(Roster([member]))
        let register = Held(world.logs.map { ($0, $0.entries.count) }, roster: roster).docket.keys
        // Key IDs by Python: SHA-256 over name, 0A, 04 and key, as C2SP tlog-cosignature has it.
        #expect(
            register.cosigners(.witness, of: try node()).map(\.vkey)
                == ["500000.tongzhou.test/witness+14b08c38+BBt2vcfzJdpE6hmpPg9lKE1c9SgcieQxCCxhUFtvVulP"])
        #expect(
            register.cosigners(.mirror, of: try node()).map(\.vkey)
                == ["500000.tongzhou.test/mirror+861758b3+BERJFaCB6mbTsKbK/kohfjLTYpsge5AKs1OZURxP/W2W"])
    }

    @Test("Nothing is known before the node has said it")
    func unsaid() throws {
        #expect(try keys(World(), .witness).isEmpty && keys(World(), .mirror).isEmpty)
        #expect(try keys(World(), .witness, "990000").isEmpty)
    }

    @Test(
        "What is not proven, or does not stand where every member reads it, names no key",
        arguments: [
            "another's witness, renamed", "a proof for the other name", "a proof for another node",
            "a proof beside another log key", "one key for both", "the log key itself", "a strange log key",
            "in another channel", "in another's log", "of another node", "a weak key",
        ])
    func refused(_ what: String) throws {
        var world = try World()
        let name = try node().text
        let (witness, mirror) = (TestKey(31), TestKey(32))
        let good = (try named(witness, as: "\(name)/witness"), try named(mirror, as: "\(name)/mirror"))
        var said = try entry(good.0, good.1)
        var log = (World.chongqing, "common")
        switch what {
        case "another's witness, renamed":
            said = try entry(try named(TestKey(33), as: "\(name)/witness", signedBy: witness), good.1)
        case "a proof for the other name": said = try entry(try named(witness, as: "\(name)/mirror"), good.1)
        case "a proof for another node":
            said = try entry(try named(witness, as: "430000.tongzhou.test/witness"), good.1)
        case "a proof beside another log key":
            said = try entry(try named(witness, as: "\(name)/witness", beside: TestKey(9)), good.1)
        case "one key for both": said = try entry(good.0, try named(witness, as: "\(name)/mirror"))
        case "the log key itself": said = try entry(try named(Self.first, as: "\(name)/witness"), good.1)
        case "a strange log key": said = try honest(witness, mirror, beside: TestKey(9))
        case "in another channel": log.1 = "youshui"
        case "in another's log": log.0 = World.hunan
        case "of another node":
            let other = "430000.tongzhou.test"
            said = try entry(
                try named(witness, as: "\(other)/witness"), try named(mirror, as: "\(other)/mirror"),
                of: World.hunan)
        default:
            // The neutral point: under it a signature can be made without any private key (RFC 8032 section 5.1.4).
            let point: [UInt8] = [1] + Array(repeating: 0, count: 31)
            said = try entry(CosignerKey(key: point, proof: point + Array(repeating: 0, count: 32)), good.1)
        }
        try world.say(log.0, log.1, said)
        for code in [World.chongqing, World.hunan] {
            #expect(try keys(world, .witness, code).isEmpty && keys(world, .mirror, code).isEmpty, "\(what)")
        }
        try world.say(World.chongqing, "common", try entry(good.0, good.1))
        #expect(try keys(world, .witness) == [witness.publicKey] && keys(world, .mirror) == [mirror.publicKey])
    }

    @Test("A rotation brings new ones; lines of the former verify as long as the former log key does")
    func rotation() throws {
        var world = try World()
        let second = TestKey(21)
        try world.say(World.chongqing, "common", try honest(TestKey(31), TestKey(32)))
        // Named too early, while the log does not know the key yet: counts from the rotation on.
        try world.say(World.chongqing, "common", try honest(TestKey(33), TestKey(34), beside: second))
        #expect(try keys(world, .witness) == [TestKey(31).publicKey])
        try world.say(World.chongqing, "common", .keyRotation(try second.rotation(World.chongqing, from: Self.first)))
        #expect(try keys(world, .witness) == [TestKey(31).publicKey, TestKey(33).publicKey])
        #expect(try keys(world, .mirror) == [TestKey(32).publicKey, TestKey(34).publicKey])
        let retirement = KeyRetirementEntry(node: try node(), key: try Self.first.publicKey)
        try world.say(World.chongqing, "common", .keyRetirement(retirement))
        #expect(try keys(world, .witness) == [TestKey(31).publicKey, TestKey(33).publicKey])
    }

    @Test("Who has stolen a former key cannot name cosigners for the present one")
    func formerKey() throws {
        var world = try World()
        let (lost, present) = (Self.first, TestKey(9))
        try world.say(World.chongqing, "common", try honest(TestKey(31), TestKey(32), beside: present))
        let log = try #require(LogOrigin("500000.tongzhou.test/common/1"))
        let member = Member(
            node: try node(), code: try EntryVectors.party("500000"), role: .province,
            name: Bilingual(zh: "重庆市", en: "Chongqing"), logKey: try present.publicKey,
            formerKeys: [FormerKey(log: log, key: try lost.publicKey)])
        let roster = try #require(Roster([member]))
        func witnesses(_ world: World) throws -> [[UInt8]] {
            Held(world.logs.map { ($0, $0.entries.count) }, roster: roster).docket.keys
                .cosigners(.witness, of: try node()).map(\.publicKey)
        }
        #expect(try witnesses(world).isEmpty)
        try world.say(World.chongqing, "common", epoch: 2, try honest(TestKey(35), TestKey(36), beside: present))
        #expect(try witnesses(world) == [TestKey(35).publicKey])
    }
}
