/// Why a settlement cannot be computed from these readings: a finding for people, not a failure of the program.
public struct SettlementObstacle: Error, Hashable, Sendable {
    /// Stable code; `docs/schemes.md` lists them.
    public let code: String
    /// What is in the way and what to do.
    public let message: Bilingual

    init(_ code: String, zh: String, en: String) {
        self.code = code
        message = Bilingual(zh: zh, en: en)
    }
}
