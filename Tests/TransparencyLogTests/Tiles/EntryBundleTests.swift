import Testing
import TransparencyLog

@Suite("entry bundles")
struct EntryBundleTests {
    @Test("big-endian lengths, in order")
    func layout() throws {
        let long = [UInt8](repeating: 7, count: 258)
        let bytes = try EntryBundle.encode([[], [0xAB], long]).get()
        #expect(bytes == [0, 0, 0, 1, 0xAB, 1, 2] + long)
        #expect(try EntryBundle.decode(bytes, count: 3).get() == [[], [0xAB], long])
        #expect(try EntryBundle.ranges(in: bytes, count: 3).get() == [2..<2, 4..<5, 7..<265])
    }

    @Test("the largest bundle is exactly as long as the specification says")
    func largest() throws {
        let entry = [UInt8](repeating: 0xFF, count: 65_535)
        let bytes = try EntryBundle.encode(Array(repeating: entry, count: 256)).get()
        #expect(bytes.count == 16_777_472)
        #expect(try EntryBundle.ranges(in: bytes, count: 256).get().count == 256)
        #expect(code(of: EntryBundle.ranges(in: bytes + [0], count: 256)) == "bundle-too-large")
    }

    @Test("what does not fit is not encoded")
    func encodingLimits() {
        let tooLong = [UInt8](repeating: 0, count: 65_536)
        #expect(code(of: EntryBundle.encode([tooLong])) == "bundle-entry-too-long")
        #expect(code(of: EntryBundle.encode([])) == "bundle-wrong-count")
        #expect(
            code(of: EntryBundle.encode(Array(repeating: [], count: 257))) == "bundle-wrong-count")
    }

    @Test(
        "anything but exactly the expected entries is refused",
        arguments: [
            ([], 1, "bundle-wrong-count"),
            ([0, 1, 9], 2, "bundle-wrong-count"),
            ([0, 1, 9], 0, "bundle-wrong-count"),
            ([0, 1, 9], -1, "bundle-wrong-count"),
            ([0, 1, 9], 257, "bundle-wrong-count"),
            ([0, 1, 9, 0], 1, "bundle-trailing-bytes"),
            ([0, 1, 9, 0, 0], 1, "bundle-trailing-bytes"),
            ([0], 1, "bundle-truncated"),
            ([0, 1], 1, "bundle-truncated"),
            ([0, 2, 9], 1, "bundle-truncated"),
            ([0, 1, 9, 0], 2, "bundle-truncated"),
            ([0xFF, 0xFF, 1, 2, 3], 1, "bundle-truncated"),
        ] as [([UInt8], Int, String)])
    func refused(bytes: [UInt8], count: Int, expected: String) {
        #expect(code(of: EntryBundle.decode(bytes, count: count)) == expected)
    }

    private func code<Value>(of result: Result<Value, EntryBundleFinding>) -> String? {
        guard case .failure(let finding) = result else { return nil }
        return finding.code
    }
}
