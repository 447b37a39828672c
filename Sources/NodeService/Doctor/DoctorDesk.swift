public import Compensation
import Federation
import Foundation
import NodeStore
public import Presentation
import TransparencyLog

/// Carries out `doctor` and `peers check`: looks at everything itself, in this process, whether the node runs or not.
public struct DoctorDesk {
    let configuration: NodeConfiguration
    let clock: any NodeClock
    private let progress: ProgressLine

    public init(_ configuration: NodeConfiguration, _ language: Language, format: OutputFormat) {
        self.configuration = configuration
        clock = SystemClock()
        progress = ProgressLine(language, format)
    }

    /// The machine, the files, the databases, and every peer; with `peer` only that one.
    public func examine(peer: String?) async throws -> DoctorReport {
        let peers = try peers(named: peer)
        var lines: [Examination] = []
        if peer == nil {
            lines += [configured(peers), await running(), disk()] + fileModes() + certificates()
            lines += Self.orFailure(.store) { try databases() }
        }
        lines += await called(peers)
        return DoctorReport(node: configuration.node, now: clock.now, lines)
    }

    /// Only the peers.
    public func examinePeers(_ name: String?) async throws -> DoctorReport {
        DoctorReport(node: configuration.node, now: clock.now, await called(try peers(named: name)))
    }

    public static func exitCode(_ report: DoctorReport) -> Int32 {
        report.isIntegrity ? ExitCode.integrity : report.worst == .ok ? ExitCode.done : ExitCode.attention
    }

    /// What keeps one part from being examined is itself a finding; the other parts go on.
    private static func orFailure(
        _ area: Examination.Area, _ part: () throws -> [Examination]
    ) -> [Examination] {
        do {
            return try part()
        } catch {
            return [failed(area, error)]
        }
    }

    private func called(_ peers: [PeerConfiguration]) async -> [Examination] {
        do {
            return try await call(peers)
        } catch {
            return [Self.failed(.peer, error)]
        }
    }

    private static func failed(_ area: Examination.Area, _ error: any Error) -> Examination {
        let texts = [Language.zh, .en].map {
            FailureWording.outcome(error, $0).errors.trimmingCharacters(in: .newlines)
        }
        return Examination(area, .broken, Bilingual(zh: texts[0], en: texts[1]))
    }

    private var folder: DataFolder { DataFolder(configuration.data) }

    private func peers(named name: String?) throws -> [PeerConfiguration] {
        let peers = try PeerConfiguration.folder(configuration.peers).filter { $0.member.node != configuration.node }
        guard let name else { return peers }
        return [try PeerDesk.find(name, in: peers)]
    }

    private func configured(_ peers: [PeerConfiguration]) -> Examination {
        Examination(
            .configuration, .ok,
            Bilingual(zh: "node.yaml 与 \(peers.count) 个邻居文件可读", en: "node.yaml and \(peers.count) peer files are sound")
        )
    }

    private func running() async -> Examination {
        await ControlClient.listens(at: folder.controlSocket.path)
            ? Examination(.node, .ok, Bilingual(zh: "运行中", en: "running"))
            : Examination(.node, .nodeNotRunning, subject: configuration.node.text, detail: "")
    }

    private func disk() -> Examination {
        let path = configuration.data.path
        guard let free = MachineConditions.free(configuration.data) else {
            return Examination(.disk, .broken, subject: path, Bilingual(zh: "无法读取", en: "cannot be read"))
        }
        if let code = MachineConditions.disk(free: free) {
            return Examination(.disk, code, subject: path, detail: "\(free >> 20) MiB")
        }
        return Examination(
            .disk, .ok, subject: path, Bilingual(zh: "剩余 \(free >> 20) MiB", en: "\(free >> 20) MiB free"))
    }

    /// Keys are for their owner alone, and so is the folder: whoever may enter it may command the node.
    private func fileModes() -> [Examination] {
        [configuration.logKey.path, configuration.privateKey.path, configuration.data.path].map { path in
            guard let mode = try? PrivateFile.permissions(URL(filePath: path).resolvingSymlinksInPath().path) else {
                return Examination(.files, .broken, subject: path, Bilingual(zh: "无法读取", en: "cannot be read"))
            }
            let octal = "0" + String(mode & 0o777, radix: 8)
            guard mode & 0o077 != 0 else {
                return Examination(.files, .ok, subject: path, Bilingual(zh: octal, en: octal))
            }
            let isFolder = path == configuration.data.path
            return Examination(
                .files, isFolder ? .attention : .broken, subject: path,
                Bilingual(zh: "\(octal)：其他用户可以访问", en: "\(octal): open to other users"),
                advice: Bilingual(
                    zh: "chmod \(isFolder ? "700" : "600") \(path)", en: "chmod \(isFolder ? "700" : "600") \(path)"))
        }
    }

    private func certificates() -> [Examination] {
        let trust = NodeTrust()
        let now = clock.now
        do {
            let credentials = try trust.load(CredentialFiles(configuration), now: SystemClock.date(of: now))
            let found = trust.conditions(of: configuration.node, now: now).map {
                Examination(.certificate, $0.code, subject: $0.subject, detail: $0.detail)
            }
            guard found.isEmpty else { return found }
            let end = Timestamp(secondsSinceEpoch: Int64(credentials.identity.notAfter.timeIntervalSince1970))
            let day = String(end.text.prefix(10))
            return [
                Examination(
                    .certificate, .ok, subject: configuration.node.text,
                    Bilingual(zh: "本节点证书至 \(day)", en: "own certificate is good until \(day)"))
            ]
        } catch {
            return [
                Examination(.certificate, .broken, subject: configuration.node.text, CertificateWording.text(error))
            ]
        }
    }

    /// The heads of all logs against their signed checkpoints, and the views against views made anew.
    private func databases() throws -> [Examination] {
        guard folder.isInitialised else { throw StoreError.notInitialised(folder.url.path) }
        let file = try LogFile(contentsOf: folder.logDatabase)
        try file.requireKnownSchema()
        // Before anything else, so that what a running node stores meanwhile is not missed in the views.
        let stored = Result { try file.sizes() }
        let examination = StoreExamination(
            file, owner: configuration.node, keys: try KnownKeys(configuration, file), progress: progress)
        let report = examination.quick()
        let sound = Examination(
            .store, .ok,
            Bilingual(
                zh: "\(report.logs.count) 个日志的右边缘与检查点相符（快速检查）",
                en: "the heads of \(report.logs.count) logs are their checkpoints' (quick check)"))
        let damaged = report.damages.items.map { damage in
            Examination(
                .store, damage.code.isIntegrity ? .broken : .attention,
                Bilingual(zh: damage.line(.zh), en: damage.line(.en)),
                advice: Bilingual(zh: "tongzhou check --full", en: "tongzhou check --full"),
                isIntegrity: damage.code.isIntegrity)
        }
        return (damaged.isEmpty ? [sound] : damaged) + [views(file, stored)]
    }

    /// - Parameter stored: how many entries each log had when the examination began.
    private func views(
        _ file: LogFile, _ stored: Result<[(origin: LogOrigin, size: Int)], any Error>
    ) -> Examination {
        let mend = Bilingual(
            zh: "停止节点，删除 views.sqlite，再启动即重建", en: "stop the node, delete views.sqlite, start it: it is made anew")
        do {
            let scratch = try ScratchFolder()
            defer { scratch.remove() }
            progress.begin(zh: "重建查询库", en: "views made anew")
            defer { progress.end() }
            let comparison = ViewsComparison(folder, file, scratch: scratch.url)
            switch try comparison.run(stored: stored.get(), progress: { progress.show($0, of: $1) }) {
            case .equal(let rows):
                return Examination(
                    .views, .ok, Bilingual(zh: "与重建的逐行相同（\(rows) 行）", en: "row by row as made anew (\(rows) rows)"))
            case .differs(let table, let missing, let surplus):
                return Examination(
                    .views, .broken, subject: table,
                    Bilingual(zh: "缺 \(missing) 行，多 \(surplus) 行", en: "\(missing) rows missing, \(surplus) too many"),
                    advice: mend)
            case .behind(let entries):
                return Examination(
                    .views, .attention, Bilingual(zh: "落后 \(entries) 条", en: "\(entries) entries behind"),
                    advice: Bilingual(
                        zh: "运行中的节点会自行补上；若一直落后，请看节点日志中的 views-behind",
                        en: "a running node catches up by itself; if this stays, look for views-behind in its log"))
            case .unsettled:
                return Examination(
                    .views, .ok, Bilingual(zh: "正在写入，本次未比较", en: "being written to, not compared this time"))
            }
        } catch {
            return Examination(
                .views, .broken, Bilingual(zh: "无法比较：\(error)", en: "cannot compare: \(error)"), advice: mend)
        }
    }

    private func call(_ peers: [PeerConfiguration]) async throws -> [Examination] {
        guard !peers.isEmpty else { return [] }
        let credentials = try CredentialFiles(configuration).credentials()
        let stored = folder.isInitialised ? try LogFile(contentsOf: folder.logDatabase) : nil
        let keys = try KnownKeys(configuration, stored)
        return await withTaskGroup(of: (Int, [Examination]).self) { group in
            for (position, peer) in peers.enumerated() {
                let examination = PeerExamination(
                    configuration: configuration, peer: peer, credentials: credentials, clock: clock, keys: keys,
                    stored: stored)
                group.addTask { (position, await examination.run()) }
            }
            var found: [(Int, [Examination])] = []
            for await lines in group { found.append(lines) }
            return found.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }
}
