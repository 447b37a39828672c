import Foundation

/// The Python script in `docs/proofs.md`, which checks proofs and evidence with openssl and without our program.
struct DocumentedCheck {
    private let script: String

    init(_ scratch: ScratchFolder) throws {
        let parts = Run.text(ProgramUnderTest.file("docs/proofs.md")).components(separatedBy: "```python\n")
        guard parts.count == 2, let code = parts[1].components(separatedBy: "```").first else {
            throw TestProblem("docs/proofs.md should have one Python script")
        }
        script = try scratch.write("check.py", code)
    }

    /// Whether it holds. Python and openssl come from the system.
    func holds(_ arguments: String...) async throws -> Bool {
        let result = try await Run.program("/usr/bin/env", ["python3", script] + arguments)
        guard [0, 1].contains(result.exitCode), !result.errors.contains("Traceback") else {
            throw TestProblem("\(arguments): \(result)")
        }
        return result.exitCode == 0
    }
}
