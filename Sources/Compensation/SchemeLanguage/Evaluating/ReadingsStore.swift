/// The readings that a settlement may use, and what became of each.
struct ReadingsStore: Sendable {
    /// Ordered by section and time.
    private(set) var readings: [Reading] = []
    private var uses: [ReadingUse] = []

    init() {}

    /// Readings of the scheme's sections; `isInside`: in the period settled, and so listed in any case.
    init(_ readings: [Reading], isInside: (Reading) -> Bool) throws(SettlementObstacle) {
        self.readings = readings.sorted { ($0.section, $0.time) < ($1.section, $1.time) }
        uses = self.readings.map { ReadingUse(isListed: isInside($0)) }
        for place in self.readings.indices.dropFirst() where uses[place].isListed {
            try refuseDuplicate(place)
        }
    }

    /// The listed readings with what became of them.
    var inputs: [SettlementInput] {
        zip(readings, uses).compactMap { reading, use in
            guard use.isListed else { return nil }
            return SettlementInput(reading: reading, used: use.contributed, note: use.note)
        }
    }

    /// The places of the readings of a section in a stretch of time.
    mutating func places(
        of section: SectionID, from: CivilTime, until: CivilTime
    ) throws(SettlementObstacle) -> Range<Int> {
        let start = firstPlace { $0.section < section || ($0.section == section && $0.time < from) }
        let end = max(start, firstPlace { $0.section < section || ($0.section == section && $0.time < until) })
        for place in start..<end {
            if place > start { try refuseDuplicate(place) }
            uses[place].isListed = true
        }
        return start..<end
    }

    /// The first place whose reading does not lie before; readings are ordered so that those before come first.
    private func firstPlace(isBefore: (Reading) -> Bool) -> Int {
        var (low, high) = (0, readings.count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(readings[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// How many have one of the statuses.
    mutating func count(_ places: Range<Int>, _ statuses: [ReadingStatus]) -> Int {
        places.reduce(0) { $0 + (statuses.contains(readings[$1].status) ? 1 : 0) }
    }

    /// The values of each indicator where the status is one of these.
    mutating func columns(
        _ places: Range<Int>, _ indicators: [Indicator], _ statuses: [ReadingStatus]
    ) -> [[MeasuredValue]] {
        var columns = [[MeasuredValue]](repeating: [], count: indicators.count)
        for place in places {
            guard statuses.contains(readings[place].status) else {
                uses[place].wasExcluded = true
                continue
            }
            var found = 0
            for entry in readings[place].values {
                guard let column = indicators.firstIndex(of: entry.indicator) else { continue }
                columns[column].append(entry.value)
                found += 1
            }
            if found > 0 { uses[place].contributed = true }
            if found < indicators.count { uses[place].lacked = true }
        }
        return columns
    }

    /// Two readings of one section and time are refused even when equal: nodes that each dropped "the duplicate"
    /// in their own way would disagree.
    private func refuseDuplicate(_ place: Int) throws(SettlementObstacle) {
        let (reading, before) = (readings[place], readings[place - 1])
        guard reading.section == before.section, reading.time == before.time else { return }
        throw SettlementObstacle(
            "duplicate-reading",
            zh: "断面 \(reading.section.text) 在 \(reading.time.text) 有两条监测数据。请先更正，只保留一条有效数据。",
            en: "Section \(reading.section.text) has two readings at \(reading.time.text)."
                + " Correct the data first so that one of them stands.")
    }
}
