import Compensation
import Presentation
import Tabular

/// What came of a file of readings, and the copy to hand back where it has issues.
struct TakenFile {
    let receipt: ImportReceipt
    let copy: IssuesWorkbook?

    /// What the sender is given: the receipt with every issue in any case, beside it the copy. A copy that cannot be
    /// made takes nothing back of what is recorded, and hides no issue; the receipt says why there is none.
    func handedBack(_ language: Language) -> (receipt: ImportReceipt, files: [ProducedFile]) {
        guard let copy else { return (receipt, []) }
        do throws(WorkbookWritingFailure) {
            return (receipt, try copy.files(language))
        } catch {
            var receipt = receipt
            receipt.copyProblem = error.wording
            return (receipt, [])
        }
    }
}
