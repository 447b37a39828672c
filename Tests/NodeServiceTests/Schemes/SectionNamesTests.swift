import Testing

@testable import NodeService

/// Names of sections as files write them.
@Suite("Names of sections in a file")
struct SectionNamesTests {
    private static let sections = [["街口", "Jiekou", "330000-jiekou"], ["兰山嘴", "Lanshanzui", "320000-lanshanzui"]]

    @Test(
        "A bracketed newer name is a name",
        arguments: [
            ("街口", [0]), ("街口(鸠坑口)", [0]), ("街口（鸠坑口）", [0]), ("鸠坑口(街口)", [0]), ("330000-jiekou", [0]), ("Jiekou", [0]),
            ("鸠坑口", []), ("", []), ("()", []), ("兰山嘴(老)", [1]),
        ])
    func spellings(name: String, places: [Int]) {
        #expect(SectionNames(Self.sections, among: [name]).places(of: name) == places)
    }

    /// CNEMC reports 兰山嘴 and 兰山嘴(老) side by side in 2020: two stations.
    @Test("Where a file names a section exactly, a bracket sets another station apart")
    func twoStations() {
        let names = SectionNames(Self.sections, among: ["兰山嘴(老)", "兰山嘴", "街口(鸠坑口)"])
        #expect(names.places(of: "兰山嘴") == [1])
        #expect(names.places(of: "兰山嘴(老)").isEmpty)
        #expect(names.places(of: "街口(鸠坑口)") == [0])
    }
}
