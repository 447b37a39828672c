/// The name part of a note key (C2SP signed-note, "Format").
enum KeyName {
    /// Whether `name` is non-empty and free of Unicode white space, `+` and control characters.
    static func isValid(_ name: String) -> Bool {
        !name.unicodeScalars.isEmpty
            && name.unicodeScalars.allSatisfy { scalar in
                scalar.value >= 0x20 && scalar != "+" && !scalar.properties.isWhitespace
            }
    }
}
