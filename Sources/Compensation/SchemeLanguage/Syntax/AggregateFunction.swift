/// What is done with the items of a list. The raw value is the word in schemes.
enum AggregateFunction: String, Hashable, Sendable {
    case sum, mean, largest, smallest, all, any, count
}
