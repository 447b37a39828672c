/// pH, dissolved oxygen, permanganate index, ammonia nitrogen and total phosphorus: the items of an automatic
/// station, as thousandths of their units.
struct FiveItems {
    let pH: Int
    let dissolvedOxygen: Int
    let permanganateIndex: Int
    let ammoniaNitrogen: Int
    let totalPhosphorus: Int

    init(_ chance: inout Chance) {
        pH = chance.thousandths(6_000...9_100)
        dissolvedOxygen = chance.thousandths(1_500...12_000)
        permanganateIndex = chance.thousandths(500...17_000)
        ammoniaNitrogen = chance.thousandths(10...2_300)
        totalPhosphorus = chance.thousandths(5...450)
    }

    var inOrder: [Int] { [pH, dissolvedOxygen, permanganateIndex, ammoniaNitrogen, totalPhosphorus] }
}
