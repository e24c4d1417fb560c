"""Anchors that outlive edits: what pins them, the lock as text, and how they are found again in another seed.

A pinned citation stands when its words stand once, then and now, or else once between the same neighbors. Anything less
is no answer: resemblance only ever words a message.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from functools import cached_property
from typing import Any, Final

from sphinx_briefing.model.citations import Citation, Evidence, State
from sphinx_briefing.model.lock import Fate, Lock, Pin, PinKey, Standing, Unique
from sphinx_briefing.text.anchors import Seed
from sphinx_briefing.text.folding import fold
from sphinx_briefing.text.seed import passage_id

VERSION: Final = 1
CONTEXT: Final = 32
"""How many characters on either side are hashed, white space not counted."""

_FIELDS: Final = tuple(item.name for item in fields(Pin))
_NUMBERS: Final = ("start", "end")
_DIGITS: Final = frozenset("0123456789abcdef")


# The lock as text.


def read_lock(text: str) -> Lock:
    """The lock from the text of its file. Raises ValueError, with what is wrong, for anything but a whole lock."""
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError("it is not JSON: half of it may be missing, or a merge left its marks") from None
    if not isinstance(data, dict) or set(data) != {"version", "seeds", "anchors"}:
        raise ValueError("it has not the three parts `version`, `seeds` and `anchors`")
    if data["version"] != VERSION or isinstance(data["version"], bool):
        raise ValueError(f"its version is `{str(data['version'])[:20]}`; this system reads version {VERSION}")
    seeds, anchors = data["seeds"], data["anchors"]
    if not isinstance(seeds, dict) or not all(_is_hash(value, 64) for value in seeds.values()):
        raise ValueError("`seeds` does not give a SHA-256 for each source")
    if not isinstance(anchors, list):
        raise ValueError("`anchors` is no list")
    pins = tuple(_pin(number, item) for number, item in enumerate(anchors, 1))
    seen: set[PinKey] = set()
    for number, pin in enumerate(pins, 1):
        if pin.key in seen:
            raise ValueError(f"anchor {number} pins `{pin.source}#{pin.cited}` a second time")
        if pin.source not in seeds:
            raise ValueError(f"anchor {number} is of `{pin.source}`, for which `seeds` has no hash")
        seen.add(pin.key)
    return Lock(seeds, pins)


def _pin(number: int, item: Any) -> Pin:
    if not isinstance(item, dict) or set(item) != set(_FIELDS):
        raise ValueError(f"anchor {number} has not the fields {', '.join(_FIELDS)}")
    good = (
        all(isinstance(item[name], str) for name in _FIELDS if name not in _NUMBERS)
        and all(type(item[name]) is int for name in _NUMBERS)
        and 0 <= item["start"] < item["end"]
        and all(_is_hash(item[name], 32) for name in ("words", "before", "after"))
        and (not item["quote"] or _is_hash(item["quote"], 32))
        and item["unique"] in {kind.value for kind in Unique}
    )
    if not good:
        raise ValueError(f"anchor {number} has a value that cannot be")
    return Pin(**{**item, "unique": Unique(item["unique"])})


def _is_hash(value: object, length: int) -> bool:
    return isinstance(value, str) and len(value) == length and set(value) <= _DIGITS


def write_lock(lock: Lock) -> str:
    """The text of the lock's file: JSON, sorted, one line an anchor. Same lock, same bytes."""
    seeds = json.dumps(dict(sorted(lock.seeds.items())))
    lines = ",\n".join(json.dumps(asdict(pin)) for pin in sorted(lock.pins, key=_order))
    return f'{{"version": {VERSION}, "seeds": {seeds}, "anchors": [\n{lines}\n]}}\n'


def _order(pin: Pin) -> tuple[str, int, int, str, str]:
    return (pin.source, pin.start, pin.end, pin.cited, pin.quote)


# What pins an anchor.


def key_of(citation: Citation) -> PinKey:
    """What names a citation, whatever page it stands on."""
    asked = (citation.words, citation.before, citation.after)
    quote = _hash("\0".join(_plain(fold(words).text) for words in asked)) if citation.words else ""
    return (citation.source, citation.passage, quote)


def pin(evidence: Evidence, text: SeedText) -> Pin | None:
    """The pin of a citation that holds; None for one that has no place in the seed (a source cited as a whole)."""
    if not _has_place(evidence):
        return None
    at = text.span(evidence.start, evidence.end)
    found = text.twins(at, bare=not evidence.citation.words)
    before, after = text.around(at)
    alike = sum(text.around(other) == (before, after) for other in found)
    unique = Unique.WORDS if len(found) == 1 else Unique.CONTEXT if alike == 1 else Unique.NOTHING
    return Pin(
        *key_of(evidence.citation), evidence.passage, evidence.start, evidence.end,
        text.hash(at), before, after, unique,
    )  # fmt: skip


def _has_place(evidence: Evidence) -> bool:
    return evidence.state is not State.FAILED and 0 <= evidence.start < evidence.end


def renewed(old: Lock, evidence: Iterable[Evidence], seeds: Mapping[str, Seed]) -> Lock:
    """The lock of the book as it is now. What rests on a seed that is not at hand stays pinned as it was."""
    pins: dict[PinKey, Pin] = {}
    texts = {source: SeedText(seed) for source, seed in seeds.items()}
    known = {item.key: item for item in old.pins}
    for item in evidence:
        key = key_of(item.citation)
        text = texts.get(item.citation.source)
        found = known.get(key) if text is None else pin(item, text)
        if found is not None:
            pins.setdefault(key, found)
    sources = {found.source for found in pins.values()}
    hashes = {source: seeds[source].sha256 if source in seeds else old.seeds[source] for source in sources}
    return Lock(hashes, tuple(sorted(pins.values(), key=_order)))


# How pinned anchors fare.


def standings(lock: Lock, evidence: Iterable[Evidence], seeds: Mapping[str, Seed]) -> Iterator[Standing]:
    """The fate of each citation that does not simply stand, in the order in which they come."""
    known = {item.key: item for item in lock.pins}
    texts = {source: SeedText(seed) for source, seed in seeds.items()}
    told: set[PinKey] = set()
    for item in evidence:
        text = texts.get(item.citation.source)
        if text is None or not (item.citation.words or item.citation.passage):
            continue
        key = key_of(item.citation)
        found = known.get(key)
        if found is None:
            if _has_place(item) and key not in told:
                yield Standing(item.citation, Fate.UNPINNED)
            told.add(key)
            continue
        standing = _standing(found, item, text, lock.seeds[found.source])
        if standing is not None:
            yield standing


def _standing(pin: Pin, evidence: Evidence, text: SeedText, made_from: str) -> Standing | None:
    """What is to be told of a pinned citation; nothing where it stands."""
    citation = evidence.citation
    now = text.span(evidence.start, evidence.end) if _has_place(evidence) else None
    if citation.words and now is None:
        return None  # misquoted: there is a finding already, with what was meant
    if made_from == text.seed.sha256:
        at = text.span(pin.start, pin.end)
        if pin.end > len(text.seed.text) or (text.hash(at), *text.around(at)) != (pin.words, pin.before, pin.after):
            return Standing(citation, Fate.DAMAGED)
        if (evidence.start, evidence.end) == (pin.start, pin.end):
            return None
    found = text.places(now, pin.words) if now and citation.words else text.passages(pin.words)
    between = [at for at in found if text.around(at) == (pin.before, pin.after)]
    target: Span | None = None
    if pin.unique is Unique.WORDS and len(found) == 1:
        target = found[0]
    elif pin.unique is not Unique.NOTHING and len(between) == 1:
        target = between[0]
    if target == now:
        return None  # where there is neither, no such passage: there is a finding already
    if target is not None:
        return Standing(citation, Fate.MOVED, now=text.passage_of(target))
    return Standing(citation, Fate.LOST, near=_near(text, pin, found, now))


def _near(text: SeedText, pin: Pin, found: tuple[Span, ...], now: Span | None) -> str:
    """The passages that were probably meant: those with the same words, else the one between the same neighbors."""
    if found:
        return ", ".join(dict.fromkeys(text.passage_of(at) for at in found))
    beside = [at for at in text.spans if pin.before == text.around(at)[0] or pin.after == text.around(at)[1]]
    probable = beside if len(beside) == 1 else [at for at in beside if at == now]
    return "".join(map(text.passage_of, probable))


Span = tuple[int, int]


@dataclass(frozen=True)
class SeedText:
    """A seed as anchors see it: folded, so that typography does not count."""

    seed: Seed

    def span(self, start: int, end: int) -> Span:
        """Stored offsets as a span of the folded text."""
        folded = self.seed.folded
        return folded.position(start), folded.position(end)

    def _words(self, at: Span) -> str:
        return self.seed.folded.text[at[0] : at[1]]

    def hash(self, at: Span) -> str:
        return _hash(_plain(self._words(at)))

    def around(self, at: Span) -> tuple[str, str]:
        """The hashes of what stands before and after."""
        text, reach = self.seed.folded.text, 3 * CONTEXT
        before = "".join(text[max(0, at[0] - reach) : at[0]].split())[-CONTEXT:]
        after = "".join(text[at[1] : at[1] + reach].split())[:CONTEXT]
        return _hash(before), _hash(after)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """All passages."""
        return tuple(self.span(passage.start, passage.end) for passage in self.seed.passages)

    @cached_property
    def _by_hash(self) -> Mapping[str, tuple[Span, ...]]:
        found: dict[str, list[Span]] = {}
        for at in self.spans:
            found.setdefault(self.hash(at), []).append(at)
        return {words: tuple(spans) for words, spans in found.items()}

    def passages(self, wanted: str) -> tuple[Span, ...]:
        """The passages whose words have this hash."""
        return self._by_hash.get(wanted, ())

    def places(self, at: Span, wanted: str) -> tuple[Span, ...]:
        """All places with the words of a span, if these have the hash."""
        return tuple(self._occurrences(self._words(at))) if self.hash(at) == wanted else ()

    def twins(self, at: Span, *, bare: bool) -> tuple[Span, ...]:
        """The places with the same words: passages for a passage, any place for quoted words."""
        return self.passages(self.hash(at)) if bare else self.places(at, self.hash(at))

    def _occurrences(self, words: str) -> Iterator[Span]:
        found = self.seed.index.find(words, 0, len(self.seed.folded.text))
        return ((at, at + len(words)) for at in found)

    def passage_of(self, at: Span) -> str:
        """The passage in which a span begins."""
        return passage_id(self.seed, at)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


# What a new lock changes.


@dataclass(frozen=True, slots=True)
class Change:
    """One line of what a new lock changes: `kind` is added, moved, changed (other words than before) or removed."""

    kind: str
    what: str
    now: str = ""


def changes(old: Lock, new: Lock) -> tuple[Change, ...]:
    """What is different in the new lock, anchor by anchor in its order; what was removed comes last."""
    before = {item.key: item for item in old.pins}
    found = []
    for item in new.pins:
        known = before.pop(item.key, None)
        if known is None:
            found.append(Change("added", _named(item)))
        elif known.words != item.words:
            found.append(Change("changed", _named(known), _named(item)))
        elif known != item or old.seeds[item.source] != new.seeds[item.source]:
            found.append(Change("moved", _named(known), _named(item)))
    return (*found, *(Change("removed", _named(item)) for item in before.values()))


def _named(pin: Pin) -> str:
    what = "words" if pin.quote else "passage"
    return f"{pin.source}#{pin.passage}, {what} at {pin.start}-{pin.end}"
