extension String {
    /// Whether both texts are the same UTF-8 bytes.
    ///
    /// `==` on `String` holds for canonically equivalent texts too; two origins that look alike
    /// but differ in bytes are two logs.
    func hasSameBytes(as other: String) -> Bool {
        utf8.elementsEqual(other.utf8)
    }
}
