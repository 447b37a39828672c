import ArgumentParser

/// One agreement, or all of them.
struct AgreementFilter: ParsableArguments {
    @Argument(
        help: ArgumentHelp(Speech.text(zh: "协议；不写为全部", en: "agreement; all of them when left out")),
        completion: .agreements)
    var agreement: String?
}
