/// Told how far a long command is.
protocol ProgressListener: Sendable {
    /// Begins another stage; rates and estimates are its own.
    func begin(zh: String, en: String)
    /// `done` of `total` of the stage's units.
    func show(_ done: Int, of total: Int)
    /// Nothing more is to be shown for now.
    func end()
}
