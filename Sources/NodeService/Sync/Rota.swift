/// Takes a few of many at a time, so that all of them have had their turn in the end.
struct Rota: Sendable {
    private var place: Int

    /// - Parameter place: of the first to be taken.
    init(from place: Int = 0) { self.place = place }

    /// All of them where there are no more than `most`, which is 1 or more.
    mutating func next<Item>(_ most: Int, of items: [Item]) -> [Item] {
        guard items.count > most else { return items }
        let first = place % items.count
        place = first + most
        return (first..<place).map { items[$0 % items.count] }
    }
}
