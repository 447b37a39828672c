import Compensation
import Federation
import Testing
import TransparencyLog

@testable import NodeService

/// A note has room for 64 signatures; who has two thousand peers cannot have them all under one.
@Suite struct WitnessChoiceTests {
    private static func member(_ code: Int, _ role: NodeRole = .province) throws -> Member {
        Member(
            node: try #require(NodeName("\(code).tongzhou.test")), code: try #require(PartyCode("\(code)")), role: role,
            name: Bilingual(zh: "\(code)", en: "\(code)"), logKey: Array(repeating: 1, count: 32))
    }

    private let common = ChannelConfiguration(channel: .common, epoch: 1, readers: .members)

    @Test func aFewAreAllAsked() throws {
        let members = try (0..<31).map { try Self.member(200_001 + $0) }
        let choice = WitnessChoice([common], among: members)
        #expect(choice.count(for: .common) == 31)
        #expect(members.allSatisfy { choice.includes($0.node, for: .common) && choice.includes($0.node) })
    }

    @Test func partiesAndTheCentreAreAmongThoseChosen() throws {
        let centre = try Self.member(999_999, .centre)
        let members = try (0..<2000).map { try Self.member(200_001 + $0) } + [centre]
        let river = try #require(ChannelName("river"))
        let (party, other) = (members[1500], members[1700])
        let channels = [
            common, ChannelConfiguration(channel: river, epoch: 1, readers: .nodes([party.node, centre.node])),
        ]
        let choice = WitnessChoice(channels, among: members)
        for channel in channels.map(\.channel) {
            // The log's own line has to fit as well.
            #expect(choice.count(for: channel) < SignedNote.maximumSignatures)
            #expect(choice.includes(party.node, for: channel))
            #expect(choice.includes(centre.node, for: channel))
            #expect(!choice.includes(other.node, for: channel))
        }
        #expect(!choice.includes(other.node))
    }

    /// More parties than there is room for: those of the channel itself come before those of others.
    @Test func theChannelsOwnPartiesComeFirst() throws {
        let members = try (0..<60).map { try Self.member(200_001 + $0) }
        let (first, second) = (members.prefix(30), members.suffix(30))
        let channels = try [("a", first), ("b", second)].map { name, parties in
            ChannelConfiguration(
                channel: try #require(ChannelName(name)), epoch: 1, readers: .nodes(parties.map(\.node)))
        }
        let choice = WitnessChoice(channels, among: members)
        #expect(first.allSatisfy { choice.includes($0.node, for: channels[0].channel) })
        #expect(second.allSatisfy { choice.includes($0.node, for: channels[1].channel) })
    }

    /// Two lines of each cosigner: the last by name is a party, the last but one the centre.
    @Test func aNoteHasTheLinesOfPartiesAndCentre() throws {
        let centre = try Self.member(999_998, .centre)
        let party = try Self.member(999_999)
        let members = try (0..<40).map { try Self.member(200_001 + $0) } + [centre, party]
        let river = try #require(ChannelName("river"))
        let choice = WitnessChoice(
            [ChannelConfiguration(channel: river, epoch: 1, readers: .nodes([party.node, centre.node]))],
            among: members)
        let key = try #require(
            NoteSigner(name: "430000.tongzhou.test/river/1", privateKey: Array(repeating: 1, count: 32)))
        let checkpoint = Checkpoint(origin: key.verifier.name, size: 0, root: .emptyTree)
        let own = try #require(SignedNote(text: checkpoint.body, signatures: [try key.sign(checkpoint.body)]))
        let lines = try members.flatMap { member in
            try ([3, 4] as [UInt8]).map { seed in
                let name = Cosigner.witness.name(of: member.node)
                let cosigner = try #require(
                    CosignatureSigner(name: name, privateKey: Array(repeating: seed, count: 32)))
                return try cosigner.cosign(checkpoint, at: 1).signature.line
            }
        }
        let note = try SignedNote.parse(choice.note(own.bytes, with: lines, for: river)).get()
        #expect(note.signatures.count == SignedNote.maximumSignatures && note.signatures[0] == own.signatures[0])
        for node in [party.node, centre.node] {
            #expect(note.signatures.count { $0.name == Cosigner.witness.name(of: node) } == 2)
        }
        #expect(choice.note(own.bytes, with: [], for: .common) == own.bytes)
    }
}
