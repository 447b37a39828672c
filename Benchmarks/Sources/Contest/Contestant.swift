/// One way of doing the work that is compared.
public struct Contestant {
    let name: String
    /// Does the work so many times and answers a sum over the results, so that nothing is left out.
    let work: (Int) throws -> Int

    public init(name: String, work: @escaping (Int) throws -> Int) {
        self.name = name
        self.work = work
    }
}
