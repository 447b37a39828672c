import CExpat

/// The attributes of an element, valid while the parser tells of it.
struct XMLAttributes {
    /// Names and values in turn, closed by a null pointer.
    let pointers: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

    /// The value of an attribute, by its name without namespace prefix.
    subscript(_ name: StaticString) -> String? {
        guard var next = pointers else { return nil }
        while let found = next[0], let value = next[1] {
            if Self.isSame(found, name) { return String(cString: value) }
            next += 2
        }
        return nil
    }

    private static func isSame(_ found: UnsafePointer<XML_Char>, _ name: StaticString) -> Bool {
        name.withUTF8Buffer { wanted in
            let local = XMLDocument.local(found)
            for (place, byte) in wanted.enumerated() where UInt8(bitPattern: local[place]) != byte { return false }
            return local[wanted.count] == 0
        }
    }
}
