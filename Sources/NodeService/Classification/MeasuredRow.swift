import Compensation
import Presentation
import Tabular

/// A row of a readings file with what it measured.
struct MeasuredRow {
    let row: Row
    let values: [IndicatorValue]
    let bodyType: BodyType
    let classes: ClassifiedRow
}
