"""Why there is no result: the file is refused, or the period cannot be computed."""


class Refusal(Exception):
    """The scheme cannot be loaded. `code` is one of the codes of a refused file."""

    def __init__(self, code, why="", line=0):
        super().__init__(f"{code} (line {line}): {why}")
        self.code = code
        self.line = line


class Obstacle(Exception):
    """The scheme is sound, but this period and these data have no result."""

    def __init__(self, code, why=""):
        super().__init__(f"{code}: {why}")
        self.code = code
