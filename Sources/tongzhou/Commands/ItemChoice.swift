import ArgumentParser
import Compensation

/// Which items make up the class.
enum ItemChoice: String, ExpressibleByArgument, CaseIterable {
    case five = "5"
    case twentyOne = "21"

    var items: IndicatorSet {
        switch self {
        case .five: .fiveItems
        case .twentyOne: .twentyOneItems
        }
    }
}
