/// What may not lie in the tree, whatever kind of file it is.
///
/// The forbidden texts are put together here from parts, so that this file passes its own rules.
enum TreeRules {
    /// Findings for one file, given its path from the package root and its bytes.
    static func findings(path: String, bytes: [UInt8]) -> [Finding] {
        names(path: path) + contents(path: path, bytes: bytes)
    }

    private static func names(path: String) -> [Finding] {
        let isPublicRoot = path.hasPrefix("certs/") && path.hasSuffix(".pem")
        if !isPublicRoot, path.hasSuffix(".key") || path.hasSuffix(".pem") {
            return [
                Finding(
                    path: path, line: 0, rule: "file of a key or certificate",
                    reason: "keys are made where they are used; only public roots lie in certs/")
            ]
        }
        // At the root it is ignored; below it, nothing would keep it out.
        if path.hasSuffix("/Package.resolved") {
            return [
                Finding(
                    path: path, line: 0, rule: "Package.resolved",
                    reason: "versions are stated exactly in Package.swift")
            ]
        }
        return []
    }

    private static func contents(path: String, bytes: [UInt8]) -> [Finding] {
        // A text of either kind is ASCII, so bytes that are no text cannot hide it.
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return lines.enumerated().flatMap { index, line in
            var findings: [Finding] = []
            if holdsPrivateKey(line) {
                findings.append(
                    Finding(
                        path: path, line: index + 1, rule: "private key",
                        reason: "whoever has the tree would have the key; tests make their own"))
            }
            if let place = machinePath(in: line), !bytes.contains(0) {
                findings.append(
                    Finding(
                        path: path, line: index + 1, rule: "path of one machine: \(place)",
                        reason: "it means nothing on any other machine"))
            }
            return findings
        }
    }

    private static func holdsPrivateKey(_ line: ArraySlice<UInt8>) -> Bool {
        let marker = "PRIVATE " + "KEY-----"
        return line.firstRange(of: Array(marker.utf8)) != nil
    }

    private static func machinePath(in line: ArraySlice<UInt8>) -> String? {
        ["work", "root", "home"].map { "/" + $0 + "/" }.first { place in
            line.ranges(of: Array(place.utf8)).contains { range in
                beginsPath(at: range.lowerBound, in: line)
            }
        }
    }

    /// Whether an absolute path begins here: not in the middle of a longer path or address.
    private static func beginsPath(at index: Int, in line: ArraySlice<UInt8>) -> Bool {
        guard index > line.startIndex else { return true }
        if line[..<index].suffix(7).elementsEqual("file://".utf8) {
            return true
        }
        let before = Character(Unicode.Scalar(line[index - 1]))
        return !(before.isLetter || before.isNumber || "._-~/*}".contains(before))
    }
}
