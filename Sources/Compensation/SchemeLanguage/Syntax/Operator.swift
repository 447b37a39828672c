/// The operators of expressions, with the sign that the author writes.
enum Operator: String, Hashable, Sendable {
    case or, and
    case equal = "=", unequal = "!=", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
    case plus = "+", minus = "-", times = "*", dividedBy = "/"

    static let comparisons: [Operator] = [.equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual]
    static let sums: [Operator] = [.plus, .minus]
    static let products: [Operator] = [.times, .dividedBy]

    func holds<T: Comparable>(_ left: T, _ right: T) -> Bool {
        switch self {
        case .equal: left == right
        case .unequal: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        case .or, .and, .plus, .minus, .times, .dividedBy: false
        }
    }
}
