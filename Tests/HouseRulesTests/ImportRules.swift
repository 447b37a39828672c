/// Which target may import what: boundaries that are only written down erode.
enum ImportRules {
    /// Findings for every import that the file's target may not have.
    static func findings(in file: SourceFile) -> [Finding] {
        guard let rule = rules.first(where: { $0.target == file.target }) else {
            return [
                Finding(
                    path: file.path, line: 0, rule: "target \(file.target) has no import rule",
                    reason: "a target without one could import anything; add it to ImportRules")
            ]
        }
        return imports(in: file).filter { !rule.allows(file.tokens[$0].text) }.map { index in
            file.finding(
                at: index, rule: "\(file.target) must not import \(file.tokens[index].text)",
                reason: rule.reason)
        }
    }

    /// Indices of the tokens that name an imported module.
    static func imports(in file: SourceFile) -> [Int] {
        let kinds = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        return file.occurrences(of: ["import"]).compactMap { index in
            // A member or an escaped name is not the keyword.
            let isName = file.matches(["."], at: index - 1) || file.matches(["`"], at: index - 1)
            let next = index + 1
            guard !isName, next < file.tokens.count else { return nil }
            let module = kinds.contains(file.tokens[next].text) ? next + 1 : next
            return module < file.tokens.count ? module : nil
        }
    }

    private static let rules: [ImportRule] = [
        ImportRule("Compensation", only: ["BigInt"], "rules of money give the same result anywhere"),
        ImportRule("NationalCryptography", only: ["COpenSSL"], "libcrypto under words of its own, and nothing else"),
        ImportRule(
            "TransparencyLog", only: ["Crypto", "NationalCryptography"], "evidence is checked without I/O or clock"),
        ImportRule(
            "Federation", only: ["Compensation", "TransparencyLog"],
            "decisions are values; the runtime around them does I/O"),
        ImportRule(
            "Tabular", only: ["Foundation", "CZip", "CExpat", "CXlsxWriter"],
            "spreadsheets know no words of the trade"),
        ImportRule(
            "Presentation", only: ["Federation", "Compensation", "TransparencyLog"],
            "words and pages are made from values, without I/O or locale"),
        ImportRule(
            "NodeStore",
            only: [
                "Federation", "TransparencyLog", "Compensation", "GRDB", "GRDBSQLite", "Foundation", "Synchronization",
            ],
            "the store remembers; it neither decides nor talks to the network"),
        ImportRule(
            "Simulation", not: ["ArgumentParser", "AsyncHTTPClient", "GRDB*", "Hummingbird*", "NIO*", "X509"],
            "simulated time and network only"),
        ImportRule(
            "NodeService", not: ["ArgumentParser"], "the command line belongs to tongzhou"),
        ImportRule(
            "tongzhou-sim", only: ["ArgumentParser", "Foundation", "Simulation"],
            "the work is done in Simulation"),
        ImportRule(
            "tongzhou", not: ["GRDB", "NIO*", "Hummingbird*", "X509", "Crypto", "GRDBSQLite"],
            "commands parse, call and print; the work is done in NodeService"),
    ]
}
