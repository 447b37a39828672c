import Testing

/// Each rule against small samples, so that a rule that never fires is noticed.
@Suite("Rules fire")
struct RuleSampleTests {
    /// Target or path, source, and the lines where the rule must fire.
    typealias Sample = (place: String, source: String, lines: [Int])

    @Test(
        "Imports",
        arguments: [
            ("Compensation", "import BigInt\n", []),
            ("Compensation", "import BigInt\nimport Foundation\n", [2]),
            ("Compensation", "// import Foundation\nlet a = \"import Foundation\"\n", []),
            ("TransparencyLog", "public import Crypto\n", []),
            ("TransparencyLog", "internal import Compensation\n", [1]),
            ("Federation", "import TransparencyLog\n@preconcurrency import GRDB\n", [2]),
            ("Tabular", "import Foundation\nimport Federation\n", [2]),
            ("Presentation", "public import Federation\nimport struct Foundation.URL\n", [2]),
            ("NodeStore", "import GRDB\nimport GRDBSQLite\nimport NIOCore\n", [3]),
            ("Simulation", "import Federation\nimport NIOCore\n", [2]),
            ("NodeService", "import NIOCore\nimport ArgumentParser\n", [2]),
            ("tongzhou", "import ArgumentParser\nimport Foundation\nimport NodeService\n", []),
            (
                "tongzhou", "import NIOPosix\nimport HummingbirdTLS\nimport GRDB\nimport X509\n",
                [1, 2, 3, 4]
            ),
            ("tongzhou", "import Crypto\n#if canImport(Crypto)\n#endif\n", [1]),
            ("NewTarget", "", [0]),
        ] as [Sample])
    func imports(sample: Sample) {
        expect(ImportRules.findings, sample)
    }

    @Test(
        "Purity",
        arguments: [
            ("Compensation", "let a: Double = 1\n\nlet b: Float\n", [1, 3]),
            ("Compensation", "let a: DoubleEntry\n// Double\nlet b = \"Double\"\n", []),
            ("Compensation", "let b = \"\\(Double(a))\"\n", [1]),
            ("TransparencyLog", "func a() async {\n await b()\n Task {}\n}\n", [1, 2, 3]),
            ("Federation", "let a: Date\nlet b: UpdateDate\nJSONEncoder()\nJSONDecoder()\n", [1, 3, 4]),
            (
                "Federation", "a.randomElement()\nrandom(in: b)\nSystemRandomNumberGenerator()\n",
                [1, 2, 3]
            ),
            ("Federation", "Foundation.exit(1)\n", [1]),
            ("NodeService", "let a: Double\nlet b: Date\n", []),
        ] as [Sample])
    func purity(sample: Sample) {
        expect(PurityRules.findings, sample)
    }

    @Test(
        "Order",
        arguments: [
            ("Compensation", "let a: Set<Int> = []\nlet b = Set(c)\n", [1, 2]),
            ("Compensation", "let a: Dictionary<Int, Int>\nlet b = Dictionary(grouping: c)\n", [1, 2]),
            ("Compensation", "let a: [Int: Int]\nlet b: [[UInt8]: Int]\nlet c: [A.B<C>: D]\n", [1, 2, 3]),
            ("Compensation", "let a: X = [:]\nf([\"a\": 1])\nf([.a: 1])\n", [1, 2, 3]),
            ("Compensation", "let a: [Int]\nlet b = c ? [D] : [E]\nf[unchecked: 1]\n[UInt8](g: 1)\n", []),
            ("Compensation", "let a: OptionSet\nlet b: SortedSet\n// Set<Int>\n", []),
            ("Compensation", "let a: [Int: Int] // lookup only: by number\na[1]\na.count\n", []),
            ("Compensation", "let a: [Int: Int] // lookup only:\n", [1]),
            ("Compensation", "let a: [Int: Int] // lookup only: x\nfor b in a {\n}\na.map { $0 }\n", [2, 4]),
            ("Compensation", "let a: [Int: Int] // lookup only: x\nfor b in self.a {\n}\n", [2]),
            ("Compensation", "for a in b.keys {\n}\nb.keys.map { $0 }\nArray(b.keys)\n", [1, 3, 4]),
            ("Compensation", "let a: [Int: Int] // lookup only: x\nfor b in a.values {\n}\n", [2]),
            ("Compensation", "b.keys.sorted()\nb.values.count\nlet values = c\nvalues.map { d }\n", []),
            ("Compensation", "for a in b.keys { // ordered: an array\n}\n", []),
            ("Compensation", "for a in b.keys { // ordered:\n}\n", [1]),
            ("NodeStore", "let a: Set<Int>\nfor b in c.keys {\n}\n", []),
        ] as [Sample])
    func order(sample: Sample) {
        expect(UnorderedRules.findings, sample)
    }

    @Test(
        "Edges",
        arguments: [
            ("NodeService", "Date()\nDate.now\nDate( )\nDate(timeIntervalSince1970: 1)\n", [1, 2, 3]),
            ("NodeService", "ContinuousClock()\nUUID()\nInt.random(in: a)\n", [1, 2, 3]),
            ("NodeService", "var a = SystemRandomNumberGenerator()\nb.shuffled()\n", [1, 2]),
            ("NodeService", "a.shuffled(using: &b)\nUUID(uuidString: c)\n", []),
            ("tongzhou", "Date()\nprint(a)\n", [1]),
            ("Sources/NodeService/Edge/Clock.swift", "Date()\nUUID()\n", []),
            ("Sources/NodeService/Edge/Clock.swift", "print(a)\n", [1]),
            ("NodeService", "print(a)\nb.print(c)\nfunc print(d) {}\n\"print(e)\"\n", [1]),
        ] as [Sample])
    func edges(sample: Sample) {
        expect(EdgeRules.findings, sample)
    }

    @Test(
        "Banned words",
        arguments: [
            ("Tabular", "try! a()\ntry? b()\ntry c()\n", [1]),
            ("Tabular", "a as! B\na as? B\na as B\n", [1]),
            ("Tabular", "fatalError()\nlet fatalError = \"fatalError(\"\n", [1]),
            ("Tabular", "// TODO: a\n/* FIXME */\n/// XXX\nlet XXXL = todo\n", [1, 2, 3]),
        ] as [Sample])
    func banned(sample: Sample) {
        expect(BannedRules.findings, sample)
    }

    @Test(
        "Shape",
        arguments: [
            ("Tabular", String(repeating: "a\n", count: 400), []),
            ("Tabular", String(repeating: "a\n", count: 401), [401]),
            ("Tabular", "a\n\tb\nc \n// d \n", [2, 3, 4]),
            ("Tabular", "a\r\nb\n", [1]),
            ("Tabular", "struct A {\n struct B {}\n}\nextension A {\n enum C {}\n}\n", []),
            ("Tabular", "struct A {}\nenum B {}\npublic final class C {}\nactor D {}\n", [2, 3, 4]),
            ("Tabular", "public protocol A {}\nprivate struct B {}\nfileprivate final class C {}\n", []),
            ("Tabular", "import struct A.B\nstruct C {}\n// struct D {}\n", []),
            ("Tabular", "#if A\nstruct B {}\n#endif\n@frozen public struct C {}\n", [4]),
        ] as [Sample])
    func shape(sample: Sample) {
        expect(ShapeRules.findings, sample)
    }

    /// Put together from parts, or this file would break the rule it tests.
    @Test(
        "Tree",
        arguments: [
            ("a.md", "x\n-----BEGIN PRIVATE " + "KEY-----\n", [2]),
            ("a.swift", "let a = \"-----BEGIN EC PRIVATE " + "KEY-----\"\n", [1]),
            ("certs/root.pem", "\0-----BEGIN ENCRYPTED PRIVATE " + "KEY-----\n", [1]),
            ("certs/root.pem", "-----BEGIN CERTIFICATE-----\n", []),
            ("a/root.pem", "-----BEGIN CERTIFICATE-----\n", [0]),
            ("certs/node.key", "", [0]),
            ("a.md", "a private key, PRIVATE " + "KEY\n", []),
            ("a.md", "/" + "work/a\nsee /" + "root/b\n`/" + "home/c`\n", [1, 2, 3]),
            ("a.md", "file:///" + "home/a\nA=/" + "work/b\n", [1, 2]),
            ("a.md", "https://example.org/" + "home/a\ndocs/" + "work/b\n", []),
            ("a.bin", "\0/" + "work/a\n", []),
            ("a/Package.resolved", "", [0]),
        ] as [Sample])
    func tree(sample: Sample) {
        let findings = TreeRules.findings(path: sample.place, bytes: Array(sample.source.utf8))
        #expect(findings.map(\.line) == sample.lines)
    }

    @Test("A finding names place, rule and reason")
    func description() {
        let finding = Finding(path: "Sources/A/B.swift", line: 3, rule: "x", reason: "y")
        #expect(finding.description == "Sources/A/B.swift:3: x — y")
    }

    private func expect(_ rule: (SourceFile) -> [Finding], _ sample: Sample) {
        let isPath = sample.place.contains("/")
        let path = isPath ? sample.place : "Sources/\(sample.place)/Sample.swift"
        let findings = rule(SourceFile(path: path, text: sample.source))
        #expect(findings.map(\.line).sorted() == sample.lines, "\(findings)")
    }
}
