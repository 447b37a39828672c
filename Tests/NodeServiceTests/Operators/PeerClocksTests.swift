import Federation
import Testing

@testable import NodeService

/// The example of RFC 9110 §5.6.7, whose Unix time is 784111777.
@Suite("Peers' clocks")
struct PeerClocksTests {
    private let moment = Timestamp(secondsSinceEpoch: 784_111_777)

    @Test("By the date of an answer")
    func lead() {
        #expect(PeerClocks.lead("Sun, 06 Nov 1994 08:49:37 GMT", now: moment) == 0)
        #expect(PeerClocks.lead("Sun, 06 Nov 1994 08:50:47 GMT", now: moment) == 70)
        #expect(PeerClocks.lead("Mon, 01 Jan 1990 00:00:00 GMT", now: moment) == 631_152_000 - 784_111_777)
        // `date -u -d '2026-12-31 23:59:59' +%s`
        #expect(PeerClocks.lead("Thu, 31 Dec 2026 23:59:59 GMT", now: moment) == 1_798_761_599 - 784_111_777)
    }

    @Test(
        "Anything else is passed over",
        arguments: [
            "", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 +0000",
            "Sun, 36 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 99999999999 08:49:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT",
        ])
    func refused(header: String) { #expect(PeerClocks.lead(header, now: moment) == nil) }
}
