/// One step of the story of a year.
///
/// Commands are written as an operator would type them, without the program's name; a word in braces stands for what
/// a step `keep` has read or, as `{report-due}`, for a day that follows the clock, and what begins with `docs/` or
/// `schemes/` lies in the project's folder.
indirect enum YearStep: Sendable {
    /// How much of a command is told.
    enum Telling: Sendable { case nothing, line, output }

    /// Words between the commands.
    case tell(zh: String, en: String)
    /// A command, tried until the node lets it through: what it rests on may still be on its way from a neighbour.
    case run(String, String, Telling = .line)
    /// A command that has to be refused with this exit code; the reason is told.
    case refused(String, String, Int32)
    /// Waits until `path` in the command's JSON reads `value`.
    case until(String, String, path: String, value: String)
    /// Reads what stands at `path` in the command's JSON, waiting until something does.
    case keep(String, String, path: String, name: String)
    /// Waits until every node that sees these settlements shows them recorded, with one digest.
    case recorded(String, [String])
    /// Several steps, one after the other.
    case each([YearStep])
    /// All nodes stop and start again, with the clock of today; from now on they accept what they compute themselves.
    case today
}
