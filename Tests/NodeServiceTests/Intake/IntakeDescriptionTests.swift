import Compensation
import Testing

@testable import NodeService

/// The description of the HTTP intake says what the program does.
@Suite("The description of the intake")
struct IntakeDescriptionTests {
    @Test("What is served is the file in docs/openapi")
    func served() throws {
        let file = String(decoding: try Repository.bytes("docs/openapi/intake.yaml"), as: UTF8.self)
        #expect(IntakeDescription.text == file)
    }

    @Test("Every indicator, status of a station, class and answer stands in it")
    func complete() {
        let text = IntakeDescription.text
        let codes = Indicator.all.map(\.code).joined(separator: ", ")
        #expect(text.contains("enum: [\(codes)]"))
        #expect(text.contains("enum: [\(ReadingStatus.allCases.map(\.rawValue).joined(separator: ", "))]"))
        #expect(text.contains("enum: [\(WaterClass.allCases.map(\.symbol).joined(separator: ", "))]"))
        // 404 and 405 are of other addresses and methods.
        for problem in IntakeProblem.allCases where ![404, 405].contains(problem.status) {
            #expect(text.contains("\n        '\(problem.status)':"), "\(problem.status)")
        }
    }
}
