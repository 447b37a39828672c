import Foundation

/// Which file is at a path and when it last changed, without following a link.
struct FileStamp: Equatable {
    enum Kind: String {
        case file
        case folder
        case link = "symbolic link"
        case other = "no file"
    }

    let kind: Kind
    /// Bytes.
    let size: Int
    private let device: dev_t
    private let number: ino_t
    private let seconds: Int
    private let nanoseconds: Int

    private init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        size = Int(status.st_size)
        device = status.st_dev
        number = status.st_ino
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }

    /// `nil` where nothing is.
    init?(at path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// The bytes of the file that has this stamp; `nil` where another one, or a changed one, is at the path by now.
    func bytes(at path: String) throws -> [UInt8]? {
        // Without O_NONBLOCK a pipe put in the file's place would never answer.
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ELOOP { return nil }
            throw CocoaError(.fileReadNoPermission, userInfo: [NSFilePathErrorKey: path])
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        guard Self(opened: descriptor) == self else { return nil }
        let data = try file.read(upToCount: size + 1) ?? Data()
        return data.count == size && Self(opened: descriptor) == self ? Array(data) : nil
    }

    private init?(opened descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }
}
