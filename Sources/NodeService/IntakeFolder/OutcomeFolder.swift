import Foundation
import NodeStore

/// Where files go that have been dealt with. Nothing in it is ever written over.
struct OutcomeFolder {
    let url: URL
    /// Writes what it can of some bytes into an open file and returns how many; -1, with `errno`, when it cannot.
    var writing: @Sendable (Int32, UnsafeRawBufferPointer) -> Int = { write($0, $1.baseAddress, $1.count) }

    static let receiptEnding = ".receipt.json"
    /// A name with what is added to it has to stay within the 255 bytes that file systems take.
    private static let longestName = 200

    /// Names that were free and are now taken, for a file and what goes beside it.
    struct Place {
        let file: URL
        let receipt: URL
        let copy: URL?
    }

    func make() throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    /// A name for the file, its own or with a number behind it, that with its receipt and copy is free.
    /// - Parameter copyName: how the copy of a file of some name is called; `nil` where there is none.
    func free(_ name: String, copyName: ((String) -> String)?) -> Place? {
        let dot = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 } ?? name.endIndex
        let ending = name[dot...].utf8.count <= 16 ? String(name[dot...]) : ""
        var stem = String(ending.isEmpty ? name[...] : name[..<dot])
        while stem.utf8.count > Self.longestName { stem.removeLast() }
        for number in 1...9_999 {
            let kept = stem + (number == 1 ? "" : "-\(number)") + ending
            let place = Place(
                file: url.appending(path: kept), receipt: url.appending(path: kept + Self.receiptEnding),
                copy: copyName.map { url.appending(path: $0(kept)) })
            let paths = [place.file, place.receipt] + (place.copy.map { [$0] } ?? [])
            if paths.allSatisfy({ FileStamp(at: $0.path) == nil }) { return place }
        }
        return nil
    }

    /// How many files lie here with a receipt.
    var count: Int {
        let names = Set((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? [])
        return names.count {
            $0.hasSuffix(Self.receiptEnding) && names.contains(String($0.dropLast(Self.receiptEnding.utf8.count)))
        }
    }

    /// Writes what goes beside the file, durably, and then moves the file. When it cannot be moved, nothing is left.
    func put(_ file: URL, of kind: FileStamp.Kind, at place: Place, receipt: Data, copy: Data?) throws {
        var written: [URL] = []
        do {
            try create(place.receipt, receipt)
            written.append(place.receipt)
            if let url = place.copy, let copy {
                try create(url, copy)
                written.append(url)
            }
            // An empty file or folder of our own in the place, so that no other can be replaced.
            if kind == .folder {
                guard mkdir(place.file.path, 0o700) == 0 else { throw Self.failure(place.file) }
            } else {
                try create(place.file, Data())
            }
            written.append(place.file)
            guard rename(file.path, place.file.path) == 0 else { throw Self.failure(file) }
        } catch {
            for url in written { try? FileManager.default.removeItem(at: url) }
            throw error
        }
        try DurableFile.sync(url)
        try DurableFile.sync(file.deletingLastPathComponent())
    }

    /// Leaves the whole file or none: half of one would keep its name taken, another one with every attempt.
    private func create(_ url: URL, _ bytes: Data) throws {
        let descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw Self.failure(url) }
        defer { close(descriptor) }
        do {
            try bytes.withUnsafeBytes { buffer in
                var rest = buffer[...]
                while !rest.isEmpty {
                    let count = writing(descriptor, UnsafeRawBufferPointer(rebasing: rest))
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else { throw Self.failure(url) }
                    rest = rest.dropFirst(count)
                }
            }
            guard fsync(descriptor) == 0 else { throw Self.failure(url) }
        } catch {
            unlink(url.path)
            throw error
        }
    }

    private static func failure(_ url: URL) -> CommandFailure {
        let code = errno
        guard code != ENOSPC, code != EDQUOT else {
            return CommandFailure(
                ExitCode.failed, zh: "\(url.path)：磁盘已满；文件仍在原处，腾出空间后一分钟内自动处理",
                en:
                    "\(url.path): the disk is full; the file stays where it is and is taken within a minute of there being room"
            )
        }
        let reason = String(cString: strerror(code))
        return CommandFailure(ExitCode.failed, zh: "\(url.path)：\(reason)", en: "\(url.path): \(reason)")
    }
}
