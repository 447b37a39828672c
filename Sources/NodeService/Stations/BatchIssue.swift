import Presentation

/// One thing wrong in a batch, with its place: a pointer (RFC 6901) into JSON; row and column of a table.
struct BatchIssue {
    var pointer: String?
    let issue: ImportIssue
}
