/// For commands nobody watches.
struct NoProgress: ProgressListener {
    func begin(zh: String, en: String) {}
    func show(_ done: Int, of total: Int) {}
    func end() {}
}
