import TestSupport

extension SeededGenerator {
    /// A text of up to `length` pieces.
    mutating func text(of pieces: [String], length: Int) -> String {
        (0..<Int.random(in: 0...length, using: &self)).map { _ in
            pieces[Int.random(in: 0..<pieces.count, using: &self)]
        }.joined()
    }
}
