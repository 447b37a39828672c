/// Around what a page says: the public's way in, the desk's, or a door that is shut.
public enum PageFrame: Sendable {
    case open
    case desk(DeskFrame)
    /// Before a log-in: nothing but the content.
    case door
}
