/// One way of doing the work that is compared.
struct Contestant {
    let name: String
    /// Does the work so many times and answers a sum over the results, so that nothing is left out.
    let work: (Int) throws -> Int
}
