"""From the Markdown file to statements, each a list of tokens."""

import re
from dataclasses import dataclass

from .outcomes import Refusal


@dataclass(frozen=True)
class Token:
    sort: str  # word, text, sign, end
    text: str
    line: int
    glued: bool = False  # follows the token before it without a space


_TOKEN = re.compile(
    r' *(?:"(?P<text>[^"]*)"'
    r"|(?P<sign>!=|<=|>=|[(),:=<>+*≠≤≥])"
    r"|(?P<lone>[-/])(?=[ (]|$)"
    r"|(?P<minus>-)"
    r'|(?P<word>[^\s"(),:=<>+*≠≤≥!/-](?:[^\s"(),:=<>+*≠≤≥!])*))'
)
_SAME = {"≠": "!=", "≤": "<=", "≥": ">="}


def blocks(text):
    """(line number, line) of all lines in tongzhou blocks."""
    inside = None
    for number, line in enumerate(text.split("\n"), 1):
        if inside is None and line.startswith("```"):
            inside = "scheme" if line == "```tongzhou" else "prose"
        elif inside and line.startswith("```"):
            inside = None
        elif inside == "scheme":
            yield number, line
    if inside == "scheme":
        raise Refusal("unclosed-block")


def tokens(line, number):
    found, place = [], 0
    line = line.rstrip(" ")
    while place < len(line):
        match = _TOKEN.match(line, place)
        if not match:
            raise Refusal("unexpected-character", line[place:], number)
        sort = match.lastgroup
        glued = place > 0 and line[place] != " "
        place = match.end()
        value = match.group(sort)
        if sort in ("lone", "minus"):
            sort = "sign"
        found.append(Token(sort, _SAME.get(value, value), number, glued))
    return found


def statements(text):
    """Lists of lines of tokens, one list per statement."""
    found = []
    for number, line in blocks(text):
        if not line.strip(" "):
            continue
        if line.startswith(" "):
            if not found:
                raise Refusal("indented-statement", line, number)
            found[-1].append(tokens(line, number))
        else:
            found.append([tokens(line, number)])
    if not found:
        raise Refusal("no-block")
    return found
