import Federation

extension JSONValue {
    /// This object with further members, which stand in for its own of the same name.
    func adding(_ members: [(String, JSONValue?)]) -> JSONValue {
        guard case .object(let object) = self else { return self }
        let added = members.compactMap { name, value in value.map { (name, $0) } }
        return .object(JSONObject(added + object.members.map { ($0.name, $0.value) }))
    }
}
