import Compensation
import Federation
import Presentation

/// Reads a batch of readings in JSON; every issue at once.
struct JSONBatch {
    /// Whom the sections are looked up for.
    let sender: IntakeSender
    let now: Timestamp

    /// Readings in one batch.
    static let mostReadings = 10_000
    static let mostIssues = 1_000

    private(set) var rows: [IntakeRow] = []
    private(set) var issues: [BatchIssue] = []
    private var placed: [ReadingPlace: Int] = [:]

    init(sender: IntakeSender, now: Timestamp) {
        self.sender = sender
        self.now = now
    }

    mutating func read(_ document: JSONText) {
        guard case .object(let members) = document else { return fault("", .memberInvalid, expected: "object") }
        refuseUnknown(members, ["readings"], "")
        guard let value = Self.member("readings", members) else {
            return fault("/readings", .memberMissing, expected: "readings")
        }
        guard case .array(let readings) = value, !readings.isEmpty else {
            return fault("/readings", .memberInvalid, expected: "[{…}, …]")
        }
        guard readings.count <= Self.mostReadings else {
            return fault("/readings", .tooManyRows, found: "\(readings.count)", expected: "\(Self.mostReadings)")
        }
        for (number, reading) in readings.enumerated() {
            read(reading, number)
            if isFull { return }
        }
    }

    private mutating func read(_ value: JSONText, _ number: Int) {
        let pointer = "/readings/\(number)"
        guard case .object(let members) = value else { return fault(pointer, .memberInvalid, expected: "object") }
        let before = issues.count
        refuseUnknown(members, ["section", "time", "status", "values", "published_class"], pointer)
        let section = section(text("section", members, pointer), "\(pointer)/section")
        let time = time(text("time", members, pointer), "\(pointer)/time")
        let status = text("status", members, pointer).flatMap { text -> ReadingStatus? in
            if let status = ReadingStatus(rawValue: text) { return status }
            let known = ReadingStatus.allCases.map(\.rawValue).joined(separator: ", ")
            fault("\(pointer)/status", .statusUnknown, found: text, expected: known)
            return nil
        }
        let published = publishedClass(members, pointer)
        let values = values(members, pointer)
        guard issues.count == before, let section, let time, let status,
            let reading = Reading(section: section, time: time, status: status, values: values)
        else { return }
        let content = ReadingContent(
            time: time, status: status, values: reading.values, publishedClass: published)
        take(IntakeRow(sheet: nil, number: number, section: section, content: content), pointer)
    }

    private mutating func take(_ row: IntakeRow, _ pointer: String) {
        guard let earlier = placed[row.place] else {
            placed[row.place] = rows.count
            return rows.append(row)
        }
        guard !rows[earlier].content.sameContent(as: row.content) else { return }
        fault(pointer, .rowsDiffer, expected: "\(rows[earlier].number)")
    }

    // MARK: Members

    private mutating func section(_ text: String?, _ pointer: String) -> SectionID? {
        guard let text else { return nil }
        // One answer for a section that does not exist and one that is another's.
        guard let section = SectionID(text), sender.mayDeliver(section) else {
            fault(pointer, .sectionRefused, found: text)
            return nil
        }
        return section
    }

    private mutating func time(_ text: String?, _ pointer: String) -> CivilTime? {
        guard let text else { return nil }
        guard let time = CivilTime(text: text) ?? Timestamp(text).flatMap(Self.wholeMinute) else {
            fault(pointer, .timeInvalid, found: text, expected: "2021-04-01T08:00+08:00")
            return nil
        }
        guard now.civilTime.map({ time <= $0 }) ?? false else {
            fault(pointer, .timeInFuture, found: text)
            return nil
        }
        return time
    }

    private static func wholeMinute(_ time: Timestamp) -> CivilTime? {
        time.secondsSinceEpoch % 60 == 0 ? time.civilTime : nil
    }

    private mutating func publishedClass(_ members: [(name: String, value: JSONText)], _ pointer: String)
        -> WaterClass?
    {
        guard Self.member("published_class", members) != nil,
            let text = text("published_class", members, pointer)
        else { return nil }
        if let published = WaterClass(symbol: text) { return published }
        let known = WaterClass.allCases.map(\.symbol).joined(separator: ", ")
        fault("\(pointer)/published_class", .valueInvalid, found: text, expected: known)
        return nil
    }

    private mutating func values(_ members: [(name: String, value: JSONText)], _ pointer: String) -> [IndicatorValue] {
        guard let value = Self.member("values", members) else {
            fault("\(pointer)/values", .memberMissing, expected: "values")
            return []
        }
        guard case .object(let entries) = value else {
            fault("\(pointer)/values", .memberInvalid, expected: "object")
            return []
        }
        var values: [IndicatorValue] = []
        for (name, value) in entries {
            if isFull { break }
            let place = "\(pointer)/values/\(Self.escaped(name))"
            guard let indicator = Indicator(code: name) else {
                fault(place, .memberUnknown, found: name, expected: Self.indicators)
                continue
            }
            guard case .string(let text) = value, let measured = MeasuredValue(text), !text.hasPrefix("-") else {
                fault(place, .valueInvalid, found: Self.shown(value), expected: "\"0.025\"")
                continue
            }
            values.append(IndicatorValue(indicator, measured))
        }
        return values
    }

    private static let indicators = Indicator.all.map(\.code).joined(separator: ", ")

    private mutating func text(_ name: String, _ members: [(name: String, value: JSONText)], _ pointer: String)
        -> String?
    {
        switch Self.member(name, members) {
        case .string(let text): return text
        case nil: fault("\(pointer)/\(name)", .memberMissing, expected: name)
        case let value?: fault("\(pointer)/\(name)", .memberInvalid, found: Self.shown(value), expected: "\"…\"")
        }
        return nil
    }

    private mutating func refuseUnknown(
        _ members: [(name: String, value: JSONText)], _ known: [String], _ pointer: String
    ) {
        for (name, _) in members where !isFull && !known.contains(where: { $0.sameBytes(as: name) }) {
            fault(
                "\(pointer)/\(Self.escaped(name))", .memberUnknown, found: name, expected: known.joined(separator: ", ")
            )
        }
    }

    private static func member(_ name: String, _ members: [(name: String, value: JSONText)]) -> JSONText? {
        members.first { $0.name.sameBytes(as: name) }?.value
    }

    private mutating func fault(
        _ pointer: String, _ code: ImportIssueCode, found: String = "", expected: String = ""
    ) {
        guard !isFull else { return }
        let issue =
            issues.count < Self.mostIssues
            ? ImportIssue(code, row: nil, column: nil, found: String(found.prefix(200)), expected: expected)
            : ImportIssue(.tooManyIssues, row: nil, column: nil, expected: "\(Self.mostIssues)")
        issues.append(BatchIssue(pointer: pointer, issue: issue))
    }

    /// Whether reading has stopped, at the first issue beyond the limit: in one reading there may be any number.
    private var isFull: Bool { issues.count > Self.mostIssues }

    /// A member's name in a pointer, RFC 6901 section 3.
    private static func escaped(_ name: String) -> String {
        String(name.prefix(200)).replacing("~", with: "~0").replacing("/", with: "~1")
    }

    private static func shown(_ value: JSONText) -> String {
        switch value {
        case .string(let text): text
        case .number(let text): text
        case .bool(let flag): "\(flag)"
        case .null: "null"
        case .array: "[…]"
        case .object: "{…}"
        }
    }
}
