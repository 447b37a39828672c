import Compensation
import Federation
import Foundation
import TransparencyLog

@testable import NodeService

/// Files that a node reads by their names: its configuration, its peers, bundles; and what stations and browsers send.
extension FuzzSubject {
    static let configuration: [FuzzSubject] = [
        FuzzSubject("node") { bytes in
            try file(bytes) { url in
                let read = try NodeConfiguration(contentsOf: url)
                try Violation.unless(read.channels.contains { $0.channel.text == "common" }, "no common channel")
                let again = try NodeConfiguration(contentsOf: url)
                try Violation.unless("\(again.values)" == "\(read.values)", "read twice, two results")
            }
        },
        FuzzSubject("peer") { bytes in
            try file(bytes) { url in
                let peer = try PeerConfiguration(contentsOf: url)
                try Violation.unless(
                    peer.member.logKey.count == 32 && peer.logs.allSatisfy { $0.node == peer.member.node },
                    "a key of \(peer.member.logKey.count) bytes, or another's logs")
            }
        },
        FuzzSubject("holidays", holidays),
        FuzzSubject("batch", batch),
        FuzzSubject("form", form),
        // With the digest that belongs to it, which nobody who forges one leaves out.
        FuzzSubject("bundle") { bytes in
            let digest = Array("sha256 \(ContentDigest(of: bytes).hex)\n".utf8)
            return try file(bytes + digest) { url in
                let bundle = try BundleFile(url.path)
                for (place, log) in bundle.header.logs.enumerated() {
                    for resource in BundlePlan(log).resources {
                        guard let body = try bundle.body(resource, of: place) else {
                            throw Violation(description: "\(resource.path) is not there")
                        }
                        try Violation.unless(
                            body.count <= BundleRecord.longest(resource), "\(resource.path) is too long")
                    }
                }
            }
        },
    ]

    /// Days and nothing but days, each free or worked on as the file says; written anew they are read back.
    private static func holidays(_ bytes: [UInt8]) throws -> Bool {
        try file(bytes) { url in
            let calendar = try CalendarFile.read(url)
            let (free, worked) = (calendar.holidays, calendar.workdays)
            try Violation.unless((free + worked).allSatisfy { $0.kind == .day }, "more than a day")
            for day in (free + worked).prefix(10) {
                let isWorking = worked.contains(day)
                try Violation.unless(
                    calendar.isWorking(day.start) == isWorking, "\(day.text) is working: \(!isWorking)")
                guard let deadline = calendar.day(3, after: day.start) else { continue }
                try Violation.unless(
                    day < deadline && calendar.isWorking(deadline.start),
                    "\(deadline.text) ends what begins on \(day.text)")
            }
            let lists = [("holidays", free), ("workdays", worked)].map { key, days in
                "\(key): [\(days.map(\.text).joined(separator: ", "))]\n"
            }
            let isTaken = try file(Array(lists.joined().utf8)) { written in
                let again = try CalendarFile.read(written)
                try Violation.unless(again.holidays == free && again.workdays == worked, "other days when written anew")
            }
            try Violation.unless(isTaken, "refused when written anew")
        }
    }

    /// A batch of a station: what this reader takes, that of Foundation takes too.
    private static func batch(_ bytes: [UInt8]) throws -> Bool {
        guard (try? JSONText.read(bytes)) != nil else { return false }
        // Numbers are kept as they are written; Foundation refuses those that its own cannot hold.
        guard !String(decoding: bytes, as: UTF8.self).contains(/\d[eE]|\d{15}/) else { return true }
        let other = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
        try Violation.unless(other != nil, "taken, but no JSON")
        return true
    }

    /// A form of the desk, its kind up to the first line end and then its body: the name of its file is without a
    /// folder, and nothing is in the file that was not sent.
    private static func form(_ bytes: [UInt8]) throws -> Bool {
        let halves = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
        let body = halves.count > 1 ? Array(halves[1]) : []
        guard let form = FormFields(body, type: String(decoding: halves[0], as: UTF8.self)) else { return false }
        guard let file = form.file else { return true }
        let scalars = file.name.unicodeScalars
        try Violation.unless(!scalars.contains("/") && !scalars.contains("\\"), "a folder in \(file.name)")
        try Violation.unless(
            file.bytes.isEmpty || body.contains(file.bytes), "\(file.bytes.count) bytes that nobody sent")
        return true
    }

    private static let folder: URL = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tongzhou-fuzz-\(getpid())")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            preconditionFailure("no folder for files: \(error)")
        }
        return folder
    }()

    /// Whether the file was taken; refusals are problems with a place, never anything else.
    private static func file(_ bytes: [UInt8], _ read: (URL) throws -> Void) throws -> Bool {
        let url = folder.appending(path: UUID().uuidString)
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        do {
            try read(url)
            return true
        } catch let problem as ConfigurationProblem {
            let lines = bytes.split(omittingEmptySubsequences: false) { $0 == 0x0A || $0 == 0x0D }.count
            try Violation.unless((0...lines + 1).contains(problem.line), "line \(problem.line) of \(lines)")
            return false
        } catch is BundleProblem {
            return false
        }
    }
}
