import Foundation

/// A folder made new for what is needed only for a moment, readable by its owner alone. Nobody can guess its name and
/// lay another in its place, in a directory that everybody may write to.
struct ScratchFolder {
    let url: URL

    /// - Throws: `POSIXError` where none can be made.
    init() throws {
        var template = Array("\(FileManager.default.temporaryDirectory.path)/tongzhou-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        url = URL(filePath: String(cString: made))
    }

    /// With everything in it.
    func remove() { try? FileManager.default.removeItem(at: url) }
}
