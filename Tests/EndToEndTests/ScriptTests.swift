import Testing

extension EndToEnd {
    /// What operators type and what they get to see, as scripts in `Scripts/`.
    @Suite struct ScriptTests {
        @Test(arguments: Script.names)
        func saysWhatIsWrongAndRecordsNothing(script: String) async throws {
            try await ScriptRun(Script(script)).run()
        }

        @Test func thereAreScripts() { #expect(Script.names.count >= 6) }
    }
}
