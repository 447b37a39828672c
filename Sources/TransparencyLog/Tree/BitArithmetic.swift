extension Int {
    /// Number of set bits below the lowest clear one: how many subtrees a new leaf completes.
    var trailingOnes: Int { (~self).trailingZeroBitCount }

    /// The split point of RFC 6962 section 2.1: the largest power of two smaller than `self`,
    /// which is at least 2.
    var splitPoint: Int { 1 << (Int.bitWidth - 1 - (self - 1).leadingZeroBitCount) }
}
