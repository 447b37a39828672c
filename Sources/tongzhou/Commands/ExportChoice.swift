import ArgumentParser
import NodeService

/// What can be exported.
enum ExportChoice: String, ExpressibleByArgument, CaseIterable {
    case readings
    case settlements
    case ledger
    case payments

    var subject: ExportForm.Subject {
        switch self {
        case .readings: .readings
        case .settlements: .settlements
        case .ledger: .ledger
        case .payments: .payments
        }
    }
}
