import Crypto
import Foundation

/// The Merkle tree hash of RFC 6962 section 2.1, written down as it is defined there.
enum ReferenceRoot {
    static func of(_ entries: ArraySlice<Data>) -> Data {
        switch entries.count {
        case 0: return Data(SHA256.hash(data: Data()))
        case 1: return Data(SHA256.hash(data: Data([0]) + entries[entries.startIndex]))
        default:
            var half = 1
            while half * 2 < entries.count { half *= 2 }
            let middle = entries.startIndex + half
            let left = of(entries[entries.startIndex..<middle])
            let right = of(entries[middle..<entries.endIndex])
            return Data(SHA256.hash(data: Data([1]) + left + right))
        }
    }
}
