import Foundation

/// How many files and connections this process may have open.
enum OpenFiles {
    /// As many as the system allows a process to ask for. A node with thousands of members needs several connections
    /// to each, and what a shell gives is 1024.
    static func raiseLimit() {
        #if canImport(Glibc)
            let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let resource = RLIMIT_NOFILE
        #endif
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        // Refused: what there is has to do.
        _ = setrlimit(resource, &limit)
    }
}
