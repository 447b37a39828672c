/// Files in the POSIX ustar format (IEEE Std 1003.1, pax, "ustar Interchange Format"), readable by any `tar`.
struct TarArchive {
    private var content: [UInt8] = []

    private static let block = 512

    /// Adds a regular file, mode 0600. A name beyond 100 bytes is cut short.
    mutating func add(_ name: String, _ bytes: [UInt8]) {
        content += Self.header(Array(name.utf8.prefix(100)), size: bytes.count) + bytes
        content += [UInt8](repeating: 0, count: (Self.block - bytes.count % Self.block) % Self.block)
    }

    mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

    /// The archive, closed by two empty blocks.
    var bytes: [UInt8] { content + [UInt8](repeating: 0, count: 2 * Self.block) }

    private static func header(_ name: [UInt8], size: Int) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: block)
        func put(_ bytes: [UInt8], at place: Int) { header.replaceSubrange(place..<place + bytes.count, with: bytes) }
        put(name, at: 0)
        put(octal(0o600, digits: 7), at: 100)
        put(octal(0, digits: 7), at: 108)
        put(octal(0, digits: 7), at: 116)
        put(octal(size, digits: 11), at: 124)
        put(octal(0, digits: 11), at: 136)
        header[156] = UInt8(ascii: "0")
        put(Array("ustar\0".utf8) + Array("00".utf8), at: 257)
        // The sum is taken with blanks in its own place.
        put([UInt8](repeating: UInt8(ascii: " "), count: 8), at: 148)
        put(octal(header.reduce(0) { $0 + Int($1) }, digits: 6) + [0], at: 148)
        return header
    }

    private static func octal(_ number: Int, digits: Int) -> [UInt8] {
        let text = String(number, radix: 8)
        return Array((String(repeating: "0", count: max(0, digits - text.utf8.count)) + text).utf8)
    }
}
