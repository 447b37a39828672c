extension String {
    /// Same bytes. `==` on `String` follows canonical equivalence, under which two different
    /// signed texts can be "equal"; identities are compared on what was signed.
    public func sameBytes(as other: String) -> Bool {
        utf8.elementsEqual(other.utf8)
    }

    /// Order on UTF-8 bytes: the same on every machine and in every Unicode version.
    public func precedesInBytes(_ other: String) -> Bool {
        utf8.lexicographicallyPrecedes(other.utf8)
    }
}
