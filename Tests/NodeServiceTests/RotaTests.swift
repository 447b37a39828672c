import Testing

@testable import NodeService

@Suite struct RotaTests {
    @Test(arguments: [(2000, 64), (65, 64), (7, 3), (6, 3)])
    func everybodyHasHisTurn(count: Int, most: Int) {
        var rota = Rota(from: 5)
        var taken: [Int] = []
        for _ in 0..<(count + most - 1) / most {
            let few = rota.next(most, of: Array(0..<count))
            #expect(few.count == most && Set(few).count == most)
            taken += few
        }
        #expect(taken.first == 5)
        #expect(Set(taken) == Set(0..<count))
    }

    @Test func fewComeWhole() {
        var rota = Rota(from: 40)
        #expect(rota.next(64, of: Array(0..<31)) == Array(0..<31))
        #expect(rota.next(64, of: [Int]()).isEmpty)
    }
}
