import Federation
import Foundation
import Testing

@testable import NodeService

/// Section `pages` of `node.yaml`.
@Suite("The configuration of the public pages")
struct PagesConfigurationTests {
    private func read(_ section: String) throws -> NodeConfiguration {
        let folder = try Folder()
        return try NodeConfiguration(
            contentsOf: try folder.write("node.yaml", NodeConfigurationTests.sound + section + "\n"))
    }

    @Test("Nothing is public unless it is said")
    func off() throws { #expect(try read("").pages == nil) }

    @Test("Where, and which channels")
    func sound() throws {
        let pages = try #require(
            try read("pages: {listen: \"127.0.0.1:8080\", channels: [common, central, youshui]}").pages)
        #expect(pages.host == "127.0.0.1" && pages.port == 8080 && pages.tls == nil)
        #expect(pages.channels.map(\.text) == ["common", "central", "youshui"])
        let open = try #require(
            try read("pages: {listen: \"0.0.0.0:443\", channels: [common, central], certificate: a.pem, key: a.key}")
                .pages)
        #expect(open.host == "0.0.0.0" && open.tls?.key.lastPathComponent == "a.key")
    }

    @Test(
        "What is refused, with its place",
        arguments: [
            ("{listen: \"0.0.0.0:80\", channels: [common, central]}", "pages.listen"),
            ("{listen: \"127.0.0.1\", channels: [common, central]}", "pages.listen"),
            ("{listen: \"127.0.0.1:8080\"}", "pages.channels"),
            ("{listen: \"127.0.0.1:8080\", channels: [youshui]}", "pages.channels"),
            ("{listen: \"127.0.0.1:8080\", channels: [common]}", "pages.channels"),
            ("{listen: \"127.0.0.1:8080\", channels: [common, central, A B]}", "pages.channels"),
            ("{listen: \"127.0.0.1:8080\", channels: [common, central], certificate: a.pem}", "pages.certificate"),
            ("{listen: \"127.0.0.1:8080\", channels: [common, central], key: a.key}", "pages.key"),
            ("{listen: \"127.0.0.1:8080\", channels: [common, central], tls: true}", "pages.tls"),
        ])
    func refused(section: String, key: String) throws {
        let problem = try #require(throws: ConfigurationProblem.self) { try read("pages: " + section) }
        #expect("\(problem)".contains(key), "\(problem)")
    }
}
