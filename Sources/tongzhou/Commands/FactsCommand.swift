import ArgumentParser

/// Facts: list, state, endorse.
struct FactsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "facts",
            abstract: Speech.text(zh: "核定数据：查看、填报、确认", en: "supplied values: list, state, endorse"),
            discussion: Speech.text(
                zh: "方案中以 fact 或 param 声明、既非监测数据也非计算所得的数值，如水量、通报类别。各方填报一致或确认后采用。",
                en:
                    "Values that a scheme declares as fact or param: neither readings nor computed, such as volumes or the class of a bulletin. They count once every party has stated the same or endorsed them."
            ),
            subcommands: [FactsListCommand.self, FactsAddCommand.self, FactsEndorseCommand.self])
    }
}
