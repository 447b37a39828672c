import Foundation

extension DataFolder {
    /// Refuses root in the folder of another user: the files it would leave there are ones that user cannot open, and
    /// the service would not start again. Throws `StoreError.otherOwner`.
    public func requireOwner() throws {
        var status = stat()
        guard geteuid() == 0, stat(url.path, &status) == 0, status.st_uid != 0 else { return }
        let name = getpwuid(status.st_uid).map { String(cString: $0.pointee.pw_name) }
        throw StoreError.otherOwner(folder: url.path, owner: name ?? "\(status.st_uid)")
    }
}
