/// Why a file is not a bundle that can be read to its end. Nothing of it is stored then.
public struct BundleProblem: Error, Equatable, Sendable {
    public enum Code: String, CaseIterable, Sendable {
        /// The first line is not that of a bundle of a version known here.
        case notABundle = "bundle-not-a-bundle"
        case headerInvalid = "bundle-header-invalid"
        /// Made for another node.
        case otherRecipient = "bundle-other-recipient"
        /// Ends before everything that the header announces.
        case truncated = "bundle-truncated"
        /// Not the resource that has to stand at this place.
        case resourceUnexpected = "bundle-resource-unexpected"
        /// Longer than a resource of its kind can be.
        case resourceTooLong = "bundle-resource-too-long"
        case trailingBytes = "bundle-trailing-bytes"
        /// Damaged on the way.
        case digestDiffers = "bundle-digest-differs"
        /// A checkpoint in it has another size than the header says.
        case checkpointDiffers = "bundle-checkpoint-differs"
    }

    public let code: Code
    /// English text for the log.
    public let detail: String

    public init(_ code: Code, _ detail: String = "") {
        self.code = code
        self.detail = detail
    }
}
