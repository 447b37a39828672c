import CZip

/// The parts of a ZIP archive held in memory, unpacked piece by piece under a common budget.
final class ZipArchive {
    private let archive: OpaquePointer
    private let storage: UnsafeMutableBufferPointer<UInt8>
    private let limits: TabularLimits
    /// Unpacked bytes that may still be read from all parts together.
    private var budget: Int

    init(_ bytes: [UInt8], limits: TabularLimits) throws(WorkbookProblem) {
        storage = .allocate(capacity: max(bytes.count, 1))
        _ = storage.initialize(from: bytes)
        self.limits = limits
        budget = limits.unpackedBytes
        var error = zip_error_t()
        guard let source = zip_source_buffer_create(storage.baseAddress, UInt64(bytes.count), 0, &error) else {
            storage.deallocate()
            throw WorkbookProblem(.damaged, "zip")
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            storage.deallocate()
            throw WorkbookProblem(.damaged, "zip")
        }
        self.archive = archive
        try checkDirectory()
    }

    deinit {
        zip_discard(archive)
        storage.deallocate()
    }

    /// Refuses what no spreadsheet program writes: thousands of parts, two parts of one name (programs differ in which
    /// of them they take), parts that say they grow beyond measure.
    private func checkDirectory() throws(WorkbookProblem) {
        let count = zip_get_num_entries(archive, 0)
        guard count <= Int64(limits.parts) else { throw WorkbookProblem(.unsafe, "parts", expected: limits.parts) }
        var names: Set<String> = []
        var unpacked: UInt64 = 0
        for index in 0..<max(count, 0) {
            var entry = zip_stat_t()
            guard zip_stat_index(archive, UInt64(index), 0, &entry) == 0, let name = entry.name else {
                throw WorkbookProblem(.damaged, "zip")
            }
            guard names.insert(String(cString: name).lowercased()).inserted else {
                throw WorkbookProblem(.unsafe, "names")
            }
            let (sum, overflow) = unpacked.addingReportingOverflow(entry.size)
            guard !overflow, sum <= UInt64(limits.unpackedBytes) else {
                throw WorkbookProblem(.unsafe, "unpacked", expected: limits.unpackedBytes)
            }
            unpacked = sum
            guard entry.size / UInt64(limits.ratio) <= max(entry.comp_size, Self.smallPart) else {
                throw WorkbookProblem(.unsafe, "ratio", expected: limits.ratio)
            }
        }
    }

    /// Below this packed size any ratio is harmless.
    private static let smallPart: UInt64 = 4_096

    func has(_ part: String) -> Bool { zip_name_locate(archive, part, ZIP_FL_NOCASE) >= 0 }

    /// Hands the unpacked bytes of a part over, piece by piece; the archive's checksum is checked at the end.
    func read(
        _ part: String, _ take: (UnsafeBufferPointer<UInt8>) throws(WorkbookProblem) -> Void
    ) throws(WorkbookProblem) {
        let index = zip_name_locate(archive, part, ZIP_FL_NOCASE)
        guard index >= 0, let file = zip_fopen_index(archive, UInt64(index), 0) else {
            throw WorkbookProblem(.damaged, part)
        }
        defer { zip_fclose(file) }
        let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 65_536)
        defer { piece.deallocate() }
        while true {
            let count = zip_fread(file, piece.baseAddress, UInt64(piece.count))
            guard count >= 0 else { throw WorkbookProblem(.damaged, part) }
            if count == 0 { return }
            // What the directory says of sizes need not be true.
            budget -= Int(count)
            guard budget >= 0 else { throw WorkbookProblem(.unsafe, "unpacked", expected: limits.unpackedBytes) }
            try take(UnsafeBufferPointer(rebasing: piece[..<Int(count)]))
        }
    }
}
