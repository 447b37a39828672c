import ArgumentParser

/// The flag of commands that can say first what they would write.
struct DryRunFlag: ParsableArguments {
    @Flag(
        name: .long,
        help: ArgumentHelp(Speech.text(zh: "只说明将写入什么，不写入", en: "only say what would be written")))
    var dryRun = false
}
