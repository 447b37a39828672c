import Compensation
import Federation
import TestSupport
import Testing
import TransparencyLog

@Suite struct EntryTests {
    @Test func everyKindHasAVector() throws {
        let kinds = Set(try EntryVectors.all.map { try $0.entry().kind })
        #expect(
            kinds.sorted() == [
                "acceptance", "agreement", "agreement-end", "agreement-filed", "agreement-filing",
                "agreement-signature", "award", "basin-account", "clearing", "deduction",
                "epoch-closed", "epoch-opened", "exemption-approval", "exemption-request", "facts", "facts-endorsement",
                "forced-deduction", "fund-report", "fund-use", "in-kind", "in-kind-acceptance", "incident",
                "incident-ruling", "key-countersignature", "key-retirement", "key-rotation", "levy", "levy-charge",
                "node", "objection", "payment", "payment-received", "proposal", "readings", "readings-correction",
                "readings-endorsement", "reward", "scheme", "section", "split", "verdict",
            ])
    }

    @Test(arguments: EntryVectors.all)
    func isWrittenAsPromised(_ vector: EntryVector) throws {
        let written = try vector.signed().encoded()
        #expect(String(decoding: written, as: UTF8.self) == vector.text)
        #expect(written == vector.bytes)
    }

    @Test(arguments: EntryVectors.all)
    func isReadAndWrittenBackUnchanged(_ vector: EntryVector) throws {
        let read = try SignedEntry(bytes: vector.bytes, foundIn: try EntryVector.origin)
        #expect(read.log.text == EntryVector.log)
        #expect(read.at.text == EntryVector.at)
        #expect(read.entry.saysTheSame(as: try vector.entry()))
        #expect(try read.encoded() == vector.bytes)
    }

    @Test(arguments: EntryVectors.all)
    func isNotUnderstoodInAnotherLog(_ vector: EntryVector) throws {
        for other in [
            "430000.tongzhou.test/youshui/1", "500000.tongzhou.test/common/1", "500000.tongzhou.test/youshui/2",
        ] {
            let origin = try #require(LogOrigin(other))
            let problem = #expect(throws: EntryProblem.self) { try SignedEntry(bytes: vector.bytes, foundIn: origin) }
            #expect(problem?.code == .otherLog)
        }
    }

    /// Members that may be absent.
    private static let optional = [
        "own_settlement_digest", "adjustment", "exemptions_applied", "parent_scheme_digest", "replaces", "parameters",
        "authority", "terms", "targets", "flow", "bank", "right_bank", "suspensions", "readings", "sections",
        "seen",
    ]

    /// Every member of every kind: leaving it out, or adding one, is noticed.
    @Test(arguments: EntryVectors.all)
    func everyMemberCounts(_ vector: EntryVector) throws {
        guard case .object(let object) = try CanonicalJSON.decode(vector.bytes) else {
            Issue.record("not an object")
            return
        }
        func problem(_ members: [(String, JSONValue)]) throws -> EntryProblem? {
            let bytes = CanonicalJSON.encode(.object(JSONObject(members)))
            return #expect(throws: EntryProblem.self) {
                try SignedEntry(bytes: bytes, foundIn: try EntryVector.origin)
            }
        }
        let members = object.members.map { ($0.name, $0.value) }
        for (position, member) in members.enumerated() where !Self.optional.contains(member.0) {
            var others = members
            others.remove(at: position)
            let missing = try problem(others)
            #expect(missing?.code == .fieldMissing)
            #expect(missing?.detail == member.0)
            #expect(try problem(others + [(member.0, .null)])?.code == .fieldInvalid, "\(member.0)")
        }
        let unknown = try problem(members + [("zz", 1)])
        #expect(unknown?.code == .fieldUnknown)
        #expect(unknown?.detail == "zz")
    }

    @Test func seededMutationsFailOrAreTheBytesTheyAre() throws {
        var generator = SeededGenerator(seed: 430_000)
        let origin = try EntryVector.origin
        var accepted = 0
        for round in 0..<3000 {
            let vector = EntryVectors.all[round % EntryVectors.all.count]
            let changed = Mutation.of(vector.bytes, using: &generator)
            guard let read = try? SignedEntry(bytes: changed, foundIn: origin) else { continue }
            accepted += 1
            #expect(try read.encoded() == changed)
        }
        #expect(accepted > 100)
        #expect(accepted < 2500)
    }
}
