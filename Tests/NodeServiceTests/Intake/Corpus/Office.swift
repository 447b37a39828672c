import Foundation

/// LibreOffice, as a second program that reads and writes workbooks.
enum Office {
    private static let program = "/usr/bin/soffice"

    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

    /// Every `.xlsx` of the folder in another format; the files by name.
    static func convert(in folder: String, to format: String) throws -> [(name: String, bytes: [UInt8])] {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".xlsx") }
        let out = folder + "/out"
        _ = try Program.output(
            program,
            ["-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to", format, "--outdir", out]
                + files.map { "\(folder)/\($0)" })
        return try FileManager.default.contentsOfDirectory(atPath: out).sorted().map { name in
            (name, Array(try Data(contentsOf: URL(filePath: "\(out)/\(name)"))))
        }
    }
}
