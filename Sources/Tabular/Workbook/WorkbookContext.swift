/// What the cells of all sheets refer to.
struct WorkbookContext {
    var strings: [String] = []
    /// By the number that a cell's `s` attribute has.
    var forms: [NumberForm] = []
    var is1904 = false
}
