public import Foundation

/// Makes a PDF of a statement with what is installed beside: Debian's Chromium or WeasyPrint. Neither is needed for
/// anything else.
public enum StatementPrinter {
    private static let tools = ["/usr/bin/chromium", "/usr/bin/weasyprint"]

    /// The PDF of an HTML file's bytes; `nil`: no tool is installed, or it failed.
    public static func pdf(_ html: Data) throws -> Data? {
        guard let scratch = try? ScratchFolder() else { return nil }
        defer { scratch.remove() }
        let folder = scratch.url
        let (page, sheet) = (folder.appending(path: "statement.html"), folder.appending(path: "statement.pdf"))
        try html.write(to: page)
        for tool in tools where FileManager.default.isExecutableFile(atPath: tool) {
            let process = Process()
            // A browser that hangs must not hold the operator up for ever.
            process.executableURL = URL(filePath: "/usr/bin/timeout")
            let arguments = tool.hasSuffix("weasyprint") ? [page.path, sheet.path] : chromium(page, sheet, folder)
            process.arguments = ["--kill-after=5", "120", tool] + arguments
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            if process.terminationStatus == 0, let data = FileManager.default.contents(atPath: sheet.path) {
                return data
            }
        }
        return nil
    }

    private static func chromium(_ page: URL, _ sheet: URL, _ folder: URL) -> [String] {
        // The sandbox refuses to run for root; the page is our own and has no script.
        [
            "--headless", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir=\(folder.path)/profile",
            "--print-to-pdf=\(sheet.path)",
        ] + (getuid() == 0 ? ["--no-sandbox"] : []) + [page.absoluteString]
    }
}
