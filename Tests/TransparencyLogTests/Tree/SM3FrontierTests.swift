import NationalCryptography
import Testing
import TransparencyLog

/// The tree of RFC 6962 with SM3. The roots were computed by another program: Python's `hashlib.new("sm3")` over the
/// recursive definition of RFC 6962 section 2.1; the first of them also by `printf '\0' | openssl dgst -sm3`.
@Suite struct SM3FrontierTests {
    /// Of the first 1 to 8 entries of `CertificateTransparencyTree`.
    private static let roots = [
        "2daef60e7a0b8f5e024c81cd2ab3109f2b4f155cf83adeb2ae5532f74a157fdf",
        "0b990fe0c7ad70f1bf1a1262f2c7908ea48146b14253a6db99f2917ab1f5cc4d",
        "209ec96a210d662a964772680e8544d18cab7b88ffec3e00962220349b56ea56",
        "28e4e307ef6d2d0c62d84b11ef96e835efe490f35b93c8f024ecfe38c8dd4377",
        "bb10c996aeebbcdc69be3715fc847344de77442d37a5ab8213da9f41785b103b",
        "8723c1ab1f82ddfba4a3733ac0c80d936d9f4c208c7dbc8cc81ca9fff8584f66",
        "bd36c22a1ac6ff4308e0c3cc1a85bf0ffa30538ec60a55c70413ab15d45db4d2",
        "bc48ba7a709184b5f2a631e1adeb8dc2a0d4c018c1d6cc89b5664fe154c93b38",
    ]
    /// Of the entries 0 to 999, each its number in two bytes, big-endian.
    private static let thousand = "3254b7a38ddf2d44b529eac4baadddbe85d8ec0d4a675ca89e3a5d185c74af8f"

    @Test func hasTheRootsThatAnotherProgramComputes() throws {
        var tree = SM3Frontier()
        #expect(try tree.root() == nil)
        for (entry, root) in zip(CertificateTransparencyTree.entries, Self.roots) {
            try tree.append(entry)
            #expect(try tree.root()?.hex == root)
        }
        tree = SM3Frontier()
        for index in 0..<1000 { try tree.append([UInt8(index >> 8), UInt8(index & 255)]) }
        #expect(try tree.root()?.hex == Self.thousand)
    }

    @Test func goesOnFromWhatWasKept() throws {
        for cut in 0...8 {
            var tree = SM3Frontier()
            for entry in CertificateTransparencyTree.entries[..<cut] { try tree.append(entry) }
            var next = try #require(SM3Frontier(size: cut, bytes: tree.bytes))
            #expect(next == tree)
            for entry in CertificateTransparencyTree.entries[cut...] { try next.append(entry) }
            #expect(try next.root()?.hex == Self.roots[7])
        }
    }

    @Test func refusesAnEdgeOfAnotherSize() throws {
        let edge = [UInt8](repeating: 7, count: 64)
        #expect(SM3Frontier(size: 3, bytes: edge) != nil)
        for size in [-1, 0, 1, 2, 7, TreeSize.maximum + 1] { #expect(SM3Frontier(size: size, bytes: edge) == nil) }
        #expect(SM3Frontier(size: 3, bytes: Array(edge.dropLast())) == nil)
    }
}
