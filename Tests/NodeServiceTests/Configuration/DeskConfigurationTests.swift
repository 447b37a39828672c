import Testing

@testable import NodeService

/// Section `desk` of `node.yaml`.
@Suite("The configuration of the desk")
struct DeskConfigurationTests {
    private func read(_ section: String) throws -> NodeConfiguration {
        let folder = try Folder()
        return try NodeConfiguration(
            contentsOf: try folder.write("node.yaml", NodeConfigurationTests.sound + section + "\n"))
    }

    @Test("Nothing listens unless it is said; where it says")
    func sound() throws {
        #expect(try read("").desk == nil)
        let desk = try #require(try read("desk: {listen: \"127.0.0.1:8443\"}").desk)
        #expect(desk.host == "127.0.0.1" && desk.port == 8443)
    }

    @Test("What is refused", arguments: ["{}", "{listen: \"8443\"}", "{listen: \"127.0.0.1:8443\", tls: false}"])
    func refused(section: String) throws {
        let problem = try #require(throws: ConfigurationProblem.self) { try read("desk: " + section) }
        #expect("\(problem)".contains("desk"), "\(problem)")
    }
}
