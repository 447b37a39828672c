/// What is done with the readings of a section. The raw value is the word in schemes.
enum ReadingsFunction: String, Hashable, Sendable {
    case mean, sum, largest, smallest, count
}
