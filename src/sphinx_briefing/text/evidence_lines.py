"""The one grammar of evidence: in a statement's body, in `cite` and in `quote`.

@[SOURCE][#PASSAGE] [ [~]"exact words" [after "..."] [before "..."] ] [cut-acknowledged] [elides-acknowledged]
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

_HEAD: Final = re.compile(r"@(?P<source>[A-Za-z0-9][\w.-]*)?(?:#(?P<passage>[\w-]+))?")
_QUOTED: Final = re.compile(r'\s*(?P<lead>~|after\s+|before\s+)?"(?P<words>[^"]*)"')
#: From the first curly mark after white space or a tilde to the last one: marks inside stay what they are.
_CURLY: Final = re.compile(r"(?<=[\s~])[“„](\S(?:.*\S)?)[”“](?=\s*(?:cut-|elides-|$))")
_FLAG: Final = re.compile(r"\s*(?P<flag>cut-acknowledged|elides-acknowledged)(?!\S)")
#: Up to three spaces before a mark change nothing in Markdown; left in the body, the words would be shown unverified.
_STARTS: Final = re.compile(r"^ {0,3}> ?@")
_CONTINUES: Final = re.compile(r"^ {0,3}> ?(?!@)")

EXAMPLE: Final = '`@#p3s3 "exact words"`, `@S47` or `@#p3s3`'


@dataclass(frozen=True, slots=True)
class EvidenceText:
    """An evidence line, read: `source` is empty where `@` alone was written."""

    source: str = ""
    passage: str = ""
    words: str = ""
    silent: bool = False
    before: str = ""
    after: str = ""
    acknowledged: tuple[str, ...] = ()
    head: str = field(default="", compare=False)


def parse_evidence(text: str) -> EvidenceText:
    """Read one evidence line without its `> `.

    Raises ValueError with a sentence that names what could not be read.
    """
    text = " ".join(text.split())
    head = _HEAD.match(text)
    if head is None:
        raise ValueError(f"evidence begins with `@`: write {EXAMPLE}")
    found: dict[str, str] = {}
    at, flags = head.end(), []
    while at < len(text):
        if match := _QUOTED.match(text, at):
            name = (match["lead"] or "words").strip()
            if (name in found) or (name in ("words", "~") and ({"words", "~"} & found.keys())):
                raise ValueError(
                    f"`{match[0].strip()}`: only one quotation stands in an evidence line; give each its own `> @` line"
                )
            found[name] = match["words"].strip()
        elif match := _FLAG.match(text, at):
            flags.append(match["flag"])
        else:
            raise ValueError(_complaint(text, at))
        at = match.end()
    words = found.get("words", found.get("~", ""))
    if not words and (found or flags):
        raise ValueError(
            'there are no words to verify: write them between straight quotation marks, as in `@#p3s3 "exact words"`'
        )
    return EvidenceText(
        head["source"] or "",
        head["passage"] or "",
        words,
        "~" in found,
        found.get("before", ""),
        found.get("after", ""),
        tuple(flags),
        head[0],
    )


def straightened(text: str) -> tuple[str, str] | None:
    """What to write in place of a quotation whose outer marks are curly: (before, after).

    None when the marks are not all that is wrong. The words between them stay as they are.
    """
    found = _CURLY.search(text)
    if found is None:
        return None
    before, after = found[0], f'"{found[1]}"'
    try:
        parse_evidence(text[: found.start()] + after + text[found.end() :])
    except ValueError:
        return None
    return before, after


def _complaint(text: str, at: int) -> str:
    rest = text[at:].strip()
    if rest.startswith(("“", "”", "„", "«", "'", "‘")):
        return f'`{rest[:30]}`: exact words stand between straight quotation marks ("), marks inside them are curly'
    if rest.count('"') % 2:
        return f"`{rest[:30]}`: a quotation mark is missing"
    return f"`{rest[:30]}` cannot be read; write {EXAMPLE}"


def split_body(lines: list[str]) -> tuple[list[str], list[tuple[int, str]]]:
    """Part a statement's raw body into its text and its evidence lines.

    Returns the body with evidence lines left empty (so that line numbers hold), and (index of the line, text without
    its `> `) for each piece of evidence; a `> ` line without `@` continues the evidence above it. Lines inside a nested
    directive or a code fence are left to whatever reads them.
    """
    body, evidence = list(lines), []
    fence = ""
    current: list[str] | None = None
    for number, line in enumerate(lines):
        mark = re.match(r"^ {0,3}(:{3,}|`{3,}|~{3,})", line)
        if mark and (not fence or (line.strip().startswith(fence) and set(line.strip()) == set(fence))):
            fence = "" if fence else mark[1]
            current = None
        elif fence:
            continue
        elif _STARTS.match(line):
            current = [line.strip()[1:].strip()]
            evidence.append((number, current))
            body[number] = ""
        elif current is not None and _CONTINUES.match(line):
            current.append(line.strip()[1:].strip())
            body[number] = ""
        else:
            current = None
    return body, [(number, " ".join(parts)) for number, parts in evidence]
