/// Takes in an XML document as it streams by. Names come without namespace prefix.
protocol XMLListener: AnyObject {
    func start(_ name: String, _ attributes: XMLAttributes)
    func end(_ name: String)
    /// A piece of character data: UTF-8, cut anywhere.
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
    /// Not `nil` once the rest need not be read, because it cannot be used.
    var problem: WorkbookProblem? { get }
}

extension XMLListener {
    func end(_ name: String) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    var problem: WorkbookProblem? { nil }
}
