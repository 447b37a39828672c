import Federation
import NodeStore
import Presentation

/// Runs a store's check from beginning to end and puts the report together.
struct StoreExamination {
    let check: StoreCheck
    let progress: ProgressLine

    init(_ check: StoreCheck, progress: ProgressLine) {
        self.check = check
        self.progress = progress
    }

    init(_ file: LogFile, owner: NodeName, keys: KnownKeys, progress: ProgressLine) {
        check = StoreCheck(file, owner: owner) { keys.noteKeys(of: $0) }
        self.progress = progress
    }

    func quick() -> CheckReport {
        var damages = check.structure()
        let heads = check.heads()
        damages.add(heads.damages)
        return CheckReport(full: false, logs: heads.logs, damages: damages)
    }

    func full() -> CheckReport {
        var damages = check.structure()
        let walks: [LogWalk]
        do {
            walks = try check.walks()
        } catch {
            damages.add(Damage(.fileUnreadable, .file, expected: "the list of logs", found: "\(error)"))
            return CheckReport(full: true, logs: [], damages: damages)
        }
        let total = walks.reduce(0) { $0 + $1.size }
        var done = 0
        var logs: [CheckedLog] = []
        progress.begin(zh: "核对条目", en: "entries checked")
        for var walk in walks {
            do {
                while try walk.step() { progress.show(done + walk.position, of: total) }
            } catch {
                walk.abandon(error)
            }
            done += walk.size
            damages.add(walk.damages)
            logs.append(walk.result)
        }
        progress.end()
        let trees = sm3Trees(&damages)
        return CheckReport(full: true, logs: logs, sm3Trees: trees, damages: damages)
    }

    /// The SM3 trees of logs in which nothing was found: what an altered entry hashes to says nothing about the tree.
    private func sm3Trees(_ damages: inout DamageList) -> [CheckedSM3Tree] {
        var trees: [CheckedSM3Tree] = []
        do {
            let walks = try check.sm3Walks().filter { walk in
                !damages.items.contains { $0.log == walk.origin && $0.code.isIntegrity && !$0.code.isAboutSM3Tree }
            }
            guard !walks.isEmpty, damages.omitted == 0 else { return [] }
            let total = walks.reduce(0) { $0 + $1.size }
            var done = 0
            progress.begin(zh: "重算 SM3 树", en: "SM3 trees recomputed")
            for var walk in walks {
                while try walk.step() { progress.show(done + walk.position, of: total) }
                done += walk.size
                damages.add(walk.damages)
                if let tree = walk.result { trees.append(tree) }
            }
            progress.end()
        } catch {
            progress.end()
            damages.add(
                Damage(
                    .fileUnreadable, .record(table: "sm3_tree", key: ""), expected: "rows that SQLite can read",
                    found: "\(error)"))
        }
        return trees
    }
}
