/// A file named on the command line that cannot be read.
public struct FileProblem: Error, Sendable {
    public let path: String

    public init(_ path: String) { self.path = path }
}
