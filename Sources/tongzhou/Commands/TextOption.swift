import ArgumentParser

/// Which text of an agreement, where several have to do with what is asked for.
struct TextOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Speech.text(
                zh: "协议文本的摘要（至少 8 位），有几个文本符合时指明",
                en: "digest of the agreement's text (at least 8 digits), where several fit")))
    var digest: String?
}
