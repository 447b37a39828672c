/// The imports of one target: either a list of the only ones, or a list of those refused.
struct ImportRule {
    let target: String
    let reason: String
    private let only: [String]?
    private let refused: [String]

    init(_ target: String, only: [String], _ reason: String) {
        self.target = target
        self.only = only
        self.refused = []
        self.reason = reason
    }

    /// A name that ends in `*` stands for every module that begins with it.
    init(_ target: String, not refused: [String], _ reason: String) {
        self.target = target
        self.only = nil
        self.refused = refused
        self.reason = reason
    }

    func allows(_ module: String) -> Bool {
        if let only {
            return only.contains(module)
        }
        return !refused.contains { name in
            name.hasSuffix("*") ? module.hasPrefix(name.dropLast()) : module == name
        }
    }
}
