public import Presentation

/// An operator of the desk as typed.
public struct AccountForm: Codable, Sendable {
    public let name: String
    public let role: OperatorRole
    /// The name in the operator's certificate; without one a password and a secret for codes are made.
    public let certificate: String?

    public init(name: String, role: OperatorRole, certificate: String?) {
        self.name = name
        self.role = role
        self.certificate = certificate
    }
}
