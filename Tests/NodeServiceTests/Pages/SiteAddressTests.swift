import Compensation
import Testing

@testable import NodeService

/// What is an address of the public pages, and what is none.
@Suite("Addresses of the public pages")
struct SiteAddressTests {
    @Test(
        "Sound ones",
        arguments: [
            ("/", .root), ("/zh", .page(.zh, [])), ("/en/", .page(.en, [])), ("/style.css", .stylesheet),
            ("/zh/sections/430000-liye/2021-04", .page(.zh, ["sections", "430000-liye", "2021-04"])),
            ("/zh/ledger/%E9%95%BF%E6%B1%9F/2021", .page(.zh, ["ledger", "长江", "2021"])),
            ("/zh/sections/a%2Fb", .page(.zh, ["sections", "a/b"])),
            ("/en/download/settlements.csv", .download(.en, ["settlements.csv"])),
            ("/zh/verify?code=0123-4567", .lookup(.zh, code: "0123-4567")),
            ("/zh/verify?code=01+23%2045", .lookup(.zh, code: "01 23 45")), ("/zh/verify", .page(.zh, ["verify"])),
        ] as [(String, SiteAddress)])
    func sound(raw: String, address: SiteAddress) { #expect(SiteAddress(raw) == address) }

    @Test(
        "Others",
        arguments: [
            "", "zh", "/fr", "/ZH", "//", "/zh//x", "/zh/%", "/zh/%4", "/zh/%zz", "/zh/%ff", "/zh/%00", "/zh/%+1",
            "/zh/%0a",
            "/zh/%E2%80%AE", "/style.css/x", "/" + String(repeating: "a", count: 2_000),
        ])
    func others(raw: String) { #expect(SiteAddress(raw) == nil) }

    /// Unicode takes each for the other; as section numbers they are two.
    @Test("Lookalikes are two addresses", arguments: [("%EF%A7%A9", "%E9%87%8C"), ("e%CC%81", "%C3%A9")])
    func lookalikes(one: String, other: String) throws {
        let addresses = try [one, other].map { try #require(SiteAddress("/zh/sections/430000-" + $0)) }
        #expect(Set(addresses).count == 2)
    }

    /// RFC 9110, 12.5.4.
    @Test(
        "The language that a reader wants",
        arguments: [
            (nil, .zh), ("", .zh), ("en", .en), ("en-US,en;q=0.9", .en), ("zh-CN,zh;q=0.9,en;q=0.8", .zh),
            ("en;q=0.4, zh;q=0.5", .zh), ("en;q=0.51,zh;q=0.5", .en), ("fr, de", .zh), ("zh;q=0, en;q=0.1", .en),
            ("*", .zh),
        ] as [(String?, Language)])
    func preference(field: String?, language: Language) { #expect(LanguagePreference.language(field) == language) }
}
