/// What is known to have a value once a condition has been decided.
extension Formula {
    var presentWhenTrue: [Reference] {
        switch self {
        case .not(let inner): inner.presentWhenFalse
        case .binary(.and, let left, let right): left.presentWhenTrue + right.presentWhenTrue
        default: []
        }
    }

    var presentWhenFalse: [Reference] {
        switch self {
        case .missing(let reference): [reference]
        case .not(let inner): inner.presentWhenTrue
        case .binary(.or, let left, let right): left.presentWhenFalse + right.presentWhenFalse
        default: []
        }
    }
}
