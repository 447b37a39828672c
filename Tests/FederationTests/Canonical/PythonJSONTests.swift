import Federation
import TestSupport
import Testing

/// Python's `json` module writes the same bytes.
@Suite struct PythonJSONTests {
    private func samples(_ seed: UInt64, _ alphabet: [String]) -> [String] {
        var random = RandomJSON(seed: seed, alphabet: alphabet)
        return (0..<600).map { _ in String(decoding: CanonicalJSON.encode(random.value()), as: UTF8.self) }
    }

    private func expectSame(_ ours: [String], _ theirs: [String]) {
        #expect(ours.count == theirs.count)
        for (a, b) in zip(ours, theirs) { #expect(Array(a.utf8) == Array(b.utf8), "\(a)") }
    }

    /// Below the surrogates, order by code point (Python) and by UTF-16 unit (RFC 8785) is the same.
    @Test func sortKeysOfPythonAgreesBelowTheSurrogates() throws {
        let texts = samples(1, RandomJSON.basic)
        let script = """
            import json, sys
            texts = json.load(sys.stdin)
            print(json.dumps([json.dumps(json.loads(t), sort_keys=True, separators=(',', ':'), ensure_ascii=False)
                              for t in texts]))
            """
        expectSame(texts, try Python.answer(script, to: texts))
    }

    @Test func utf16OrderInPythonAgreesEverywhere() throws {
        let texts = samples(2, RandomJSON.far)
        let script = """
            import json, sys
            def ordered(v):
                if isinstance(v, list): return [ordered(e) for e in v]
                if not isinstance(v, dict): return v
                return {k: ordered(v[k]) for k in sorted(v, key=lambda k: k.encode('utf-16-be'))}
            texts = json.load(sys.stdin)
            print(json.dumps([json.dumps(ordered(json.loads(t)), separators=(',', ':'), ensure_ascii=False)
                              for t in texts]))
            """
        expectSame(texts, try Python.answer(script, to: texts))
    }
}
