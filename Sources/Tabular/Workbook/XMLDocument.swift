import CExpat

/// Reads a part of a workbook as XML, with expat, and tells a listener of it.
///
/// A document type declaration ends the reading: no program writes one here, and entities are what it could bring.
final class XMLDocument {
    private let listener: any XMLListener
    private let part: String
    private let depthLimit: Int
    private var depth = 0
    private var problem: WorkbookProblem?
    private var parser: XML_Parser?

    static func read(
        _ part: String, in archive: ZipArchive, depth: Int, _ listener: any XMLListener
    ) throws(WorkbookProblem) {
        try XMLDocument(part, depth, listener).read(archive)
    }

    private init(_ part: String, _ depthLimit: Int, _ listener: any XMLListener) {
        self.part = part
        self.depthLimit = depthLimit
        self.listener = listener
    }

    private func read(_ archive: ZipArchive) throws(WorkbookProblem) {
        guard let parser = XML_ParserCreate(nil) else { throw WorkbookProblem(.damaged, part) }
        defer { XML_ParserFree(parser) }
        self.parser = parser
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser, { XMLDocument.of($0)?.start($1, $2) }, { XMLDocument.of($0)?.end($1) })
        XML_SetCharacterDataHandler(parser) { XMLDocument.of($0)?.text($1, $2) }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            XMLDocument.of(data)?.stop(WorkbookProblem(.unsafe, "doctype"))
        }
        try archive.read(part) { piece throws(WorkbookProblem) in try self.feed(parser, piece, isLast: false) }
        try feed(parser, UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    }

    private func feed(
        _ parser: XML_Parser, _ piece: UnsafeBufferPointer<UInt8>, isLast: Bool
    ) throws(WorkbookProblem) {
        let status = piece.withMemoryRebound(to: CChar.self) {
            XML_Parse(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0)
        }
        if let problem = problem ?? listener.problem { throw problem }
        guard status == XML_STATUS_OK else { throw WorkbookProblem(.damaged, part) }
    }

    private static func of(_ data: UnsafeMutableRawPointer?) -> XMLDocument? {
        data.map { Unmanaged<XMLDocument>.fromOpaque($0).takeUnretainedValue() }
    }

    private func start(
        _ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
        guard let name, problem == nil else { return }
        depth += 1
        guard depth <= depthLimit else { return stop(WorkbookProblem(.unsafe, "depth", expected: depthLimit)) }
        listener.start(String(cString: Self.local(name)), XMLAttributes(pointers: attributes))
        if let problem = listener.problem { stop(problem) }
    }

    private func end(_ name: UnsafePointer<XML_Char>?) {
        guard let name, problem == nil else { return }
        depth -= 1
        listener.end(String(cString: Self.local(name)))
        if let problem = listener.problem { stop(problem) }
    }

    private func text(_ bytes: UnsafePointer<XML_Char>?, _ count: Int32) {
        guard problem == nil, let bytes else { return }
        bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
            listener.text(UnsafeBufferPointer(start: $0, count: Int(count)))
        }
    }

    private func stop(_ problem: WorkbookProblem) {
        self.problem = problem
        XML_StopParser(parser, 0)
    }

    /// What follows the namespace prefix.
    static func local(_ name: UnsafePointer<XML_Char>) -> UnsafePointer<XML_Char> {
        var local = name
        var next = name
        while next.pointee != 0 {
            if next.pointee == CChar(bitPattern: UInt8(ascii: ":")) { local = next + 1 }
            next += 1
        }
        return local
    }
}
