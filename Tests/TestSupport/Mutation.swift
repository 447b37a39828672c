/// One seeded change to a byte sequence, such as transport, disks and adversaries make them.
public enum Mutation {
    public static func of(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        var changed = bytes
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: changed[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 2: changed.remove(at: place)
        case 3: changed.insert(UInt8.random(in: 0x20..<0x7F, using: &generator), at: place)
        case 4: changed.swapAt(place, Int.random(in: 0..<bytes.count, using: &generator))
        default: changed.removeLast(bytes.count - place)
        }
        return changed
    }
}
