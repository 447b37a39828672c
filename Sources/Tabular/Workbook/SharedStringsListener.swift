/// Reads the texts that cells refer to by number (`xl/sharedStrings.xml`).
final class SharedStringsListener: XMLListener {
    private(set) var texts: [String] = []
    private(set) var problem: WorkbookProblem?

    private let limits: TabularLimits
    private var bytes: [UInt8] = []
    private var isInText = false
    /// How a text is pronounced stands beside it and is no part of it.
    private var isInPhonetic = false

    init(limits: TabularLimits) {
        self.limits = limits
    }

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "si": bytes.removeAll(keepingCapacity: true)
        case "rPh": isInPhonetic = true
        case "t": isInText = !isInPhonetic
        default: break
        }
    }

    func end(_ name: String) {
        switch name {
        case "t": isInText = false
        case "rPh": isInPhonetic = false
        case "si":
            texts.append(EscapedText.decoded(String(decoding: bytes, as: UTF8.self)))
            if texts.count > limits.cells {
                problem = WorkbookProblem(.unsafe, "strings", expected: limits.cells)
            }
        default: break
        }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) {
        // One byte more than allowed is enough to be found too long later.
        guard isInText, bytes.count <= limits.cellBytes else { return }
        bytes += piece
    }
}
