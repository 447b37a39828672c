/// The environment variables that may stand in for keys of `node.yaml`.
public enum ConfigurationVariables {
    public static var names: [String] { ConfigurationOrigins.overridable.map(ConfigurationOrigins.variable) }
}
