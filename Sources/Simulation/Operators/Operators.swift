import Compensation
import Federation
import Foundation
import NodeService
import NodeStore
import Presentation
import Synchronization

/// The people at the nodes: what they type, and what they are answered.
final class Operators: Sendable {
    /// An answered command.
    struct Answer: Sendable {
        let machine: String
        let what: String
        let exitCode: Int32
        /// Places the node says it has written to.
        let places: [String]
        let output: String
        /// What was refused, in words; empty where nothing was.
        let errors: String
        let command: OperatorCommand
        /// How far the node had read the logs when the operator typed; empty where that is not asked about.
        let read: [CutLog]
        /// The logs that the machine had stored when it answered; `nil` where it names places.
        let held: [(origin: LogOrigin, own: Bool, size: Int)]?
    }

    private let world: Surroundings
    private let answers = Mutex<[Answer]>([])

    init(_ world: Surroundings) { self.world = world }

    /// Answers since this was last asked.
    func take() -> [Answer] {
        answers.withLock { answers in
            defer { answers = [] }
            return answers
        }
    }

    /// Types a command at a machine, if it runs; nobody waits here for the answer.
    /// - Parameter read: how far the node has read the logs, where the answer is held against that.
    func type(_ command: OperatorCommand, _ what: String, at machine: Machine, read: [CutLog] = []) {
        guard let incarnation = machine.running, !incarnation.lease.isOver else {
            return world.note(machine.name, "operator: \(what): the node does not run")
        }
        let (world, name) = (world, machine.name)
        world.note(name, "operator: \(what)")
        incarnation.begin { [self] in
            let desk = CommandDesk(node: incarnation.node, running: true)
            let outcome = await desk.perform(command, .en, format: .json)
            // Whoever types at a machine that dies is not answered.
            guard !incarnation.lease.isOver else { return }
            let places = Self.places(outcome.output)
            // Just now: what is written later was not there when the operator was told.
            let held = places.isEmpty ? incarnation.disk.aside { try? incarnation.node.database.logs() } : nil
            let answer = Answer(
                machine: name, what: what, exitCode: outcome.exitCode, places: places, output: outcome.output,
                errors: outcome.errors, command: command, read: read, held: held)
            world.note(name, "answer to \(what): \(outcome.exitCode) \(outcome.errors.prefix(200)) \(answer.places)")
            answers.withLock { $0.append(answer) }
        }
    }

    static func places(_ output: String) -> [String] {
        let answer = try? JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
        return (answer?["entries"] as? [Any] ?? []).compactMap { $0 as? String }
    }
}
