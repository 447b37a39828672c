public import Compensation

/// The class that a source published, held against the class that its own values give.
public enum PublishedClass {
    /// By the five items of automatic stations and whatever else of GB 3838-2002 table 1 was measured; `nil` where
    /// nothing was.
    public static func computed(_ values: [IndicatorValue], bodyType: BodyType) -> WaterClass? {
        WaterQualityStandard.gb3838.classify(values, bodyType: bodyType)?.waterClass
    }
}
