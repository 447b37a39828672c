import Compensation
import Testing

/// B7: the earlier tiers of Handan, COD only.
@Suite struct HandanSchemeTests {
    @Test(arguments: [
        ("40", ""), ("40.1", "10"), ("60", "10"), ("60.1", "50"), ("80", "50"), ("80.1", "100"), ("120", "100"),
        ("120.1", "150"),
    ])
    func fourTiers(_ cod: String, _ amount: String) throws {
        let scheme = try SchemeLibrary.load("河北-邯郸")
        let reading = try SchemeLibrary.means("130400-quzhou", "2011-07", "cod \(cod), nh3n 9")
        #expect(
            try SchemeLibrary.transfers(
                scheme, "2011-07", readings: [reading], supplied: ["考核标准(滏阳河曲周出境) = 40 mg/L"])
                == (amount.isEmpty ? [] : ["130435 → 130400: \(amount)"]))
    }
}
