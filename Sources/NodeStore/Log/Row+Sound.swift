import GRDB

extension Row {
    /// A value of which rot may have made another kind, whatever the table says.
    ///
    /// Throws `StoreError.damaged`, where the subscript would end the program.
    func sound<Value: DatabaseValueConvertible>(_ place: Int, of table: String) throws -> Value {
        let stored: DatabaseValue = self[place]
        guard let value = Value.fromDatabaseValue(stored) else { throw StoreError.damaged(table) }
        return value
    }
}
