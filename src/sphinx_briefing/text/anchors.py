"""Whether quoted words stand in a seed, where, and whether they may stand alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from sphinx_briefing.model.evidence import Cause, Passage, Verdict, VerdictKind
from sphinx_briefing.text.boundaries import occurrences
from sphinx_briefing.text.cuts import Cut, cuts
from sphinx_briefing.text.differences import missing, nearest_id
from sphinx_briefing.text.edits import Edited, edited
from sphinx_briefing.text.folding import FOLDS, ZERO_WIDTH, Change, Folded, fold
from sphinx_briefing.text.passages import passage_at
from sphinx_briefing.text.passages import words as count_words
from sphinx_briefing.text.seed import Seed, Span, hits, passage_id, stored

__all__ = ["FEWEST_WORDS", "Seed", "verify"]

FEWEST_WORDS: Final = 4
"""Fewer words than this prove nothing by themselves: they need a passage."""
CUT_ACKNOWLEDGED: Final = "cut-acknowledged"
ELIDES_ACKNOWLEDGED: Final = "elides-acknowledged"

_LETTER: Final = re.compile(r"[^\W_]")
_LONG_DASH: Final = re.compile("[\u2014\u2015\u2e3a\u2e3b]|--+")


def verify(
    seed: Seed,
    words: str,
    *,
    passage: str = "",
    before: str = "",
    after: str = "",
    carries: frozenset[str] | None = None,
    acknowledged: tuple[str, ...] = (),
    strict: bool = False,
) -> Verdict:
    """Judge whether `words` stand in the seed, unaltered but for typography and edits that every reader sees.

    `passage` names the passage they start in; `before` and `after` are what stands right before and after
    them. `carries` are the classes of words that the statement itself has, so that a quotation may leave them outside;
    None asks about no cut. `strict` allows no edits. Every refusal is a verdict; nothing is raised.
    """
    wanted = seed.by_id.get(passage)
    if passage and wanted is None:
        return Verdict(VerdictKind.UNKNOWN_PASSAGE, closest=nearest_id(seed, passage))
    words = words.strip()
    quoted = fold(words)
    needle = quoted.text.strip()
    spans = tuple(occurrences(seed, needle, wanted))
    enough = _count(words)
    if not enough or (enough < FEWEST_WORDS and not passage):
        return Verdict(VerdictKind.SHORT, hits=hits(seed, spans))
    places = tuple(Edited(span) for span in spans) or edited(
        seed, needle, wanted, elides=ELIDES_ACKNOWLEDGED in acknowledged
    )
    if not any(place.cause is None for place in places):
        return _nowhere(seed, quoted, wanted, places)
    fitting = tuple(place for place in places if _fits(seed.folded.text, place.span, before, after))
    if not fitting:
        return Verdict(VerdictKind.CONTEXT, hits=hits(seed, [place.span for place in places]))
    if len(fitting) > 1:
        return Verdict(VerdictKind.AMBIGUOUS, hits=hits(seed, [place.span for place in fitting]))
    verdict = _edited(seed, fitting[0], strict) if fitting[0].edits else _passing(seed, words, quoted, fitting[0].span)
    if carries is None or not verdict.passed:
        return verdict
    return _uncut(seed, verdict, carries, CUT_ACKNOWLEDGED in acknowledged)


def _nowhere(seed: Seed, quoted: Folded, wanted: Passage | None, refused: tuple[Edited, ...]) -> Verdict:
    """The words stand in no place that would do: they stand elsewhere, an edit was refused, or they were altered."""
    needle = quoted.text.strip()
    elsewhere = tuple(occurrences(seed, needle)) if wanted else ()
    if elsewhere:
        return Verdict(VerdictKind.WRONG_PASSAGE, hits=hits(seed, elsewhere))
    if wanted and not any(place.span[1] for place in refused):
        other = tuple(place.span for place in edited(seed, needle, None, elides=True) if place.cause is None)
        if other:
            return Verdict(VerdictKind.WRONG_PASSAGE, hits=hits(seed, other))
    if refused:
        place = refused[0]
        closest = passage_id(seed, place.span) if place.span[1] else ""
        return Verdict(VerdictKind.REFUSED, closest=closest, cause=place.cause, told=place.told)
    return missing(seed, quoted)


def _edited(seed: Seed, place: Edited, strict: bool) -> Verdict:
    start, end = stored(seed.folded, place.span)
    passage = passage_id(seed, place.span)
    if strict:
        return Verdict(VerdictKind.REFUSED, closest=passage, cause=Cause.STRICT, told="; ".join(place.edits))
    hidden = tuple(stored(seed.folded, span) for span in place.hidden)
    return Verdict(VerdictKind.EDITED, start, end, passage, edits=place.edits, review=place.review, hidden=hidden)


# Whether the words may stand alone.


def _uncut(seed: Seed, verdict: Verdict, carries: frozenset[str], acknowledged: bool) -> Verdict:
    """The verdict, unless what governs the words was left outside and the statement does not carry it."""
    first, last = passage_at(seed.passages, verdict.start), passage_at(seed.passages, verdict.end - 1)
    left = seed.text[first.start : verdict.start] if first else ""
    right = seed.text[verdict.end : last.end] if last else ""
    found = [cut for cut in cuts(left, seed.text[verdict.start : verdict.end], right) if cut.force not in carries]
    if not found:
        return verdict
    told = _told(found)
    if acknowledged:
        return replace(verdict, review=(*verdict.review, f"cut acknowledged: {told}"))
    return Verdict(VerdictKind.CUT, passage=verdict.passage, closest=verdict.passage, told=told)


def _told(found: list[Cut]) -> str:
    """ "negation, in the words before them: “... any plan that does not” "; both sides if both were cut."""
    parts = []
    for before in (True, False):
        side = [cut for cut in found if cut.before is before]
        if side:
            forces = ", ".join(dict.fromkeys(cut.force for cut in side))
            parts.append(f"{forces} {'before' if before else 'after'} them (“{side[0].outside}”)")
    return " and ".join(parts)


# Where the words stand.


def _fits(text: str, span: Span, before: str, after: str) -> bool:
    """Whether the context stands right beside the span, all white space ignored."""
    if not (before or after):
        return True
    left, right = _squeezed(fold(before).text), _squeezed(fold(after).text)
    reach = slice(max(0, span[0] - 3 * len(left) - 2), span[0]), slice(span[1], span[1] + 3 * len(right) + 2)
    return _squeezed(text[reach[0]]).endswith(left) and _squeezed(text[reach[1]]).startswith(right)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _count(words: str) -> int:
    """The words that say something, counted until they are enough: a dash or a row of dots is none."""
    count = 0
    for piece in _LONG_DASH.sub(" ", words).split():
        if _LETTER.search(piece):
            count += count_words(piece)
        if count >= FEWEST_WORDS:
            break
    return count


# What passes.


def _passing(seed: Seed, words: str, quoted: Folded, span: Span) -> Verdict:
    start, end = stored(seed.folded, span)
    held = passage_at(seed.passages, start)
    passage = held.id if held else ""
    if seed.text[start:end] == words:
        return Verdict(VerdictKind.EXACT, start, end, passage)
    lead = len(quoted.text) - len(quoted.text.lstrip())
    ours = seed.folded.changes(*span)
    theirs = quoted.changes(lead, lead + span[1] - span[0])
    return Verdict(VerdictKind.NORMALIZED, start, end, passage, _differing(ours, theirs))


def _differing(ours: tuple[Change, ...], theirs: tuple[Change, ...]) -> tuple[str, ...]:
    """The folds that made the two sides equal; what both sides spell alike needed none."""
    names = {change.fold for change in {*ours} ^ {*theirs}}
    # All that can differ without a change inside the span is something invisible at its edge.
    return tuple(name for name in FOLDS if name in names) or (ZERO_WIDTH,)
