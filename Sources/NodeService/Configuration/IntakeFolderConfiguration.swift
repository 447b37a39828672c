import Compensation
public import Federation
public import Foundation

/// A folder whose files are readings to be recorded. Section `intake_folder` of `node.yaml` has one key for each
/// source, since a file itself does not say who measured.
public struct IntakeFolderConfiguration: Sendable {
    /// Who measured what the files hold.
    public let source: String
    public let folder: URL
    public let channel: ChannelName
    /// For files whose times have no year.
    public let year: Int?
    /// `nh3n=0.025`: what a value that only says `ND` lies below.
    public let detectionLimits: [String]
    /// Headings of columns that are left out without question.
    public let ignoredColumns: [String]
    /// Seconds without a change after which a file counts as complete.
    public let quietSeconds: Int

    /// The optional section; `path` is how relative paths are understood, `taken` what a folder must not hold, because
    /// whatever lies in it is moved.
    static func read(
        _ reader: inout ConfigurationReader, channels: [ChannelName], path: (String) -> URL, taken: [URL]
    ) throws -> [IntakeFolderConfiguration] {
        guard var section = try reader.optionalSection("intake_folder") else { return [] }
        var folders: [IntakeFolderConfiguration] = []
        for source in section.keys {
            guard (1...64).contains(source.utf8.count) else {
                throw section.problem(source, zh: "来源名为 1 至 64 字节", en: "the name of a source has 1 to 64 bytes")
            }
            var entry = try section.section(source)
            let folder = try Self(source, &entry, channels, path)
            let others = folders.map(\.folder)
            if let other = taken.first(where: { folder.holds($0) }) {
                throw entry.problem(
                    "path", zh: "不能是放有 \(other.path) 的文件夹", en: "must not be a folder that holds \(other.path)")
            }
            if let other = others.first(where: { folder.holds($0) || Self.lies(folder.folder, in: $0) }) {
                throw entry.problem("path", zh: "与 \(other.path) 重叠", en: "overlaps \(other.path)")
            }
            folders.append(folder)
        }
        try section.finish()
        return folders
    }

    private init(
        _ source: String, _ entry: inout ConfigurationReader, _ channels: [ChannelName], _ path: (String) -> URL
    ) throws {
        self.source = source
        folder = path(try entry.text("path"))
        channel = try Self.channel(&entry, channels)
        year = try entry.optionalNumber("year", 1990...2200)
        quietSeconds = try entry.optionalNumber("quiet_seconds", 1...3600) ?? 5
        detectionLimits = try entry.optionalTexts("detection_limits")
        ignoredColumns = try entry.optionalTexts("ignore_columns")
        do {
            _ = try DetectionLimits.read(detectionLimits)
        } catch let failure as CommandFailure {
            throw entry.problem("detection_limits", zh: failure.message.zh, en: failure.message.en)
        }
        try entry.finish()
    }

    /// Where readings are recorded: `common` where nothing else is said.
    static func channel(_ entry: inout ConfigurationReader, _ channels: [ChannelName]) throws -> ChannelName {
        let name = try entry.optionalText("channel") ?? ChannelName.common.text
        guard let channel = channels.first(where: { $0.text.sameBytes(as: name) }) else {
            throw entry.problem("channel", zh: "本节点没有通道 \(name)", en: "this node has no channel \(name)")
        }
        return channel
    }

    private func holds(_ place: URL) -> Bool { Self.lies(place, in: folder) }

    private static func lies(_ place: URL, in folder: URL) -> Bool {
        let inner = place.resolvingSymlinksInPath().pathComponents
        return inner.starts(with: folder.resolvingSymlinksInPath().pathComponents)
    }
}
