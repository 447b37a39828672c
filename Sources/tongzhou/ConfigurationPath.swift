import Foundation

/// Which `node.yaml` a command means.
enum ConfigurationPath {
    /// Where the package has its node.
    private static let installed = "/var/lib/tongzhou/node.yaml"

    /// The one given, then `$TONGZHOU_CONFIG`, then `./node.yaml`, then that of the installed service.
    static func chosen(_ given: String?) -> String {
        if let path = given ?? ProcessInfo.processInfo.environment["TONGZHOU_CONFIG"] { return path }
        let isHere = FileManager.default.fileExists(atPath: "node.yaml")
        return isHere || !FileManager.default.fileExists(atPath: installed) ? "node.yaml" : installed
    }
}
