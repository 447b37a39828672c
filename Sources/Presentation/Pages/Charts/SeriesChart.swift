import Compensation

/// A series over time with its limit, as an SVG that says in words what it shows. Values that do not count are gaps,
/// never zeros, and so is a time of which nothing was recorded at all. The figures themselves stand in the table below
/// the chart.
struct SeriesChart {
    struct Limit {
        let value: Rational
        let label: String
    }

    let title: String
    let unit: String
    /// In the order of their times.
    let points: [SeriesPoint]
    let limit: Limit?

    private static let width = 480
    private static let height = 220
    private static let (left, right, top, bottom) = (56, 92, 14, 32)

    /// - Parameter id: begins the identifiers of this chart on its page.
    func markup(_ language: Language, id: String) -> Markup {
        let scale = ChartScale(
            values: points.compactMap(\.value) + [limit?.value].compactMap(\.self),
            height: Self.height - Self.top - Self.bottom)
        // A telephone shows a part of it, in letters that can be read: it scrolls, by keyboard too.
        return .element(.figure, .class("chart"), .named(.tabindex, "0"), .named(.ariaLabel, title)) {
            Markup.element(.figcaption) { title + (unit.isEmpty ? "" : Punctuation.aside(unit, language)) }
            Markup.element(
                .svg, .named(.viewBox, "0 0 \(Self.width) \(Self.height)"), .role("img"),
                .named(.ariaLabelledby, "\(id)-t \(id)-d")
            ) {
                Markup.element(.title, .id("\(id)-t")) { title }
                Markup.element(.desc, .id("\(id)-d")) { description(language) }
                scale.ticks.map { grid($0, scale) }
                limit.map { line($0, scale) } ?? .none
                runs.map { run($0, scale) }
                dots(scale)
                times
            }
        }
    }

    private func description(_ language: Language) -> String {
        let known = points.compactMap { point in point.value.map { ($0, point) } }
        guard let least = known.min(by: { $0.0 < $1.0 })?.1, let most = known.max(by: { $0.0 < $1.0 })?.1 else {
            return Bilingual(zh: "没有有效数据。", en: "No valid values.")(language)
        }
        let gaps = points.count - known.count + silences
        let limit = limit?.label ?? ""
        return Bilingual(
            zh: "共 \(known.count) 个值，最低 \(least.label)，最高 \(most.label)，空缺 \(gaps) 处。"
                + (limit.isEmpty ? "" : "限值：\(limit)。"),
            en:
                "\(known.count) values, lowest \(least.label), highest \(most.label), \(gaps == 1 ? "1 gap" : "\(gaps) gaps")."
                + (limit.isEmpty ? "" : " Limit: \(limit)."))(language)
    }

    // MARK: Places

    private func x(_ time: CivilTime) -> Int {
        guard let first = points.first?.time.minutesSinceEpoch, let last = points.last?.time.minutesSinceEpoch,
            last > first
        else { return Self.left }
        let room = Int64(Self.width - Self.left - Self.right)
        return Self.left + Int((time.minutesSinceEpoch - first) * room / (last - first))
    }

    private func y(_ value: Rational, _ scale: ChartScale) -> Int { Self.height - Self.bottom - scale.place(of: value) }

    // MARK: Parts

    private func grid(_ tick: ChartScale.Tick, _ scale: ChartScale) -> Markup {
        let y = y(tick.value, scale)
        return .joined([rule("grid", y), text(tick.label, (Self.left - 8, y + 5), anchor: "end")])
    }

    private func line(_ limit: Limit, _ scale: ChartScale) -> Markup {
        let y = y(limit.value, scale)
        return .joined([rule("limit", y), text(limit.label, (Self.width - Self.right + 6, y + 5), anchor: "start")])
    }

    /// The longest time, in minutes, between two values that follow each other: twice the usual one, which is the
    /// median, of an even number the lower of the two in the middle.
    private var longestStep: Int64 {
        let steps = zip(points, points.dropFirst()).map { Self.step($0, $1) }.sorted()
        return steps.isEmpty ? 0 : 2 * steps[(steps.count - 1) / 2]
    }

    private static func step(_ one: SeriesPoint, _ next: SeriesPoint) -> Int64 {
        next.time.minutesSinceEpoch - one.time.minutesSinceEpoch
    }

    /// How often nothing was recorded for longer than that.
    private var silences: Int {
        let longest = longestStep
        return zip(points, points.dropFirst()).map { Self.step($0, $1) }.count { $0 > longest }
    }

    /// Stretches of values without a gap.
    private var runs: [[SeriesPoint]] {
        let longest = longestStep
        var runs: [[SeriesPoint]] = []
        var before: SeriesPoint?
        for point in points {
            defer { before = point }
            guard point.value != nil else { continue }
            if let before, before.value != nil, Self.step(before, point) <= longest {
                runs[runs.count - 1].append(point)
            } else {
                runs.append([point])
            }
        }
        return runs.filter { $0.count > 1 }
    }

    private func run(_ run: [SeriesPoint], _ scale: ChartScale) -> Markup {
        let places = run.compactMap { point in point.value.map { "\(x(point.time)),\(y($0, scale))" } }
        return .element(.polyline, .class("series"), .named(.points, places.joined(separator: " ")))
    }

    /// Strokes without length whose round ends are the dots: a month of them weighs little.
    private func dots(_ scale: ChartScale) -> Markup {
        let places = points.compactMap { point in point.value.map { "M\(x(point.time)) \(y($0, scale))h0" } }
        return places.isEmpty ? .none : .element(.path, .class("dots"), .named(.d, places.joined()))
    }

    private var times: Markup {
        let ends = [points.first, points.count > 1 ? points.last : nil].compactMap(\.self)
        return .joined(
            ends.enumerated().map { place, point in
                text(
                    String(point.time.text.prefix(10)), (x(point.time), Self.height - 8),
                    anchor: place == 0 ? "start" : "end")
            })
    }

    private func rule(_ kind: String, _ y: Int) -> Markup {
        .element(
            .line, .class(kind), .named(.x1, "\(Self.left)"), .named(.y1, "\(y)"),
            .named(.x2, "\(Self.width - Self.right)"), .named(.y2, "\(y)"))
    }

    private func text(_ text: String, _ place: (x: Int, y: Int), anchor: String) -> Markup {
        .element(.text, .named(.x, "\(place.x)"), .named(.y, "\(place.y)"), .named(.textAnchor, anchor)) { text }
    }
}
