"""Whether exact words are cut so that they say something else: what governs them was left outside.

A walk over the words of the sentence that stand before a quotation, and a look at those that follow it. No grammar is
parsed: a word of `hedges` governs what follows until something closes its clause. In doubt it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from sphinx_briefing.text.frames import frames
from sphinx_briefing.text.hedges import (
    AUXILIARIES,
    CONDITION,
    CONDITION_PHRASES,
    CONDITIONS,
    FEAR,
    FEARING,
    LIKELIHOOD,
    LIKELY,
    LIKELY_THAT,
    LIKELY_TO,
    MARKS,
    NEGATION,
    NEGATIVE_FROM,
    NEGATIVE_ING,
    NEGATIVE_THAT,
    NEGATIVE_TO,
    NEGATORS,
    REPORT,
    SEEING_AS,
    SPEAKING,
    SPEAKING_TO,
    THINKING,
    WISH,
    WISHING,
    WISHING_TO,
    listed,
    negates,
    tokens,
)
from sphinx_briefing.text.idle import idle
from sphinx_briefing.text.limits import limits


@dataclass(frozen=True, slots=True)
class Cut:
    """One thing left outside: its class, and the words, as the source has them, that were cut off."""

    force: str
    outside: str
    before: bool  # whether it stands before the quotation


_REACH: Final = 12  # words that may stand between a governor and its "that", "to" or "from"
_FAR: Final = 3_000  # characters on either side, some five hundred words
_SHOWN: Final = 12  # words left outside that a message shows
_COORDINATORS: Final = listed("""
    and but so yet while whereas although though because since where which who whose
""")
_PRONOUNS: Final = listed("""
    he she it they we i you this these those there
""")
_DETERMINERS: Final = (
    listed("""
    the a an his her its their our my that no any some every each
""")
    | _PRONOUNS
)
#: Begin a clause of their own without a comma.
_CLAUSE_WORDS: Final = listed("""
    because although though while whereas since after before when where which who whose whom
""")
_PREPOSITIONS: Final = listed("""
    of about in on at to for with by from into over against as so up out under through again nothing something
    between among during within without upon toward towards
""")
_NOT_ONLY: Final = frozenset(["only", "just", "merely", "least", "simply", "solely"])
_NO_LESS: Final = frozenset(["less", "sooner", "matter", "1"])
_BEING: Final = listed("is are was were be been")
_STATED: Final = listed("likely unlikely probably improbable perhaps possibly")
#: The phrases of a condition by their first words.
_PHRASES: Final = {
    first: tuple(phrase for phrase in map(tuple, map(str.split, CONDITION_PHRASES)) if phrase[0] == first)
    for first in {phrase.split()[0] for phrase in CONDITION_PHRASES}
}
_STRONG: Final = frozenset((";", ":"))
#: Every word that some rule of `_Walk._governs` asks about; most words of a text are none.
_GOVERNORS: Final = frozenset().union(
    NEGATORS, NEGATIVE_TO, NEGATIVE_FROM, NEGATIVE_THAT, NEGATIVE_ING, LIKELY, LIKELY_TO, LIKELY_THAT, CONDITIONS,
    SPEAKING, SPEAKING_TO, THINKING, WISHING, WISHING_TO, FEARING, SEEING_AS, _PHRASES,
    ("may", "had", "were", "according"),
)  # fmt: skip


def cuts(left: str, words: str, right: str) -> tuple[Cut, ...]:
    """What governs `words` and was left outside: `left` and `right` are the rest of their sentence on either side.

    Of a sentence that goes on and on, a list without a full stop, only what stands near the words is asked.
    """
    if len(left) > _FAR:
        left = left[-_FAR:].partition(" ")[2]
    if len(right) > _FAR:
        right = right[:_FAR].rpartition(" ")[0]
    outside, quoted = tokens(left), tokens(words)
    before = dict.fromkeys((*_Walk(outside, quoted).forces(), *frames(outside))) if outside and quoted else ()
    after = limits(right, words)
    lead, tail = _lead(left) if before else "", _tail(right) if after else ""
    return (*(Cut(force, lead, True) for force in before), *(Cut(force, tail, False) for force in after))


def _lead(left: str) -> str:
    """The last words before the quotation, as a message shows them."""
    words = left.split()
    return ("... " if len(words) > _SHOWN else "") + " ".join(words[-_SHOWN:])


def _tail(right: str) -> str:
    """The first words after it."""
    words = right.split()
    return " ".join(words[:_SHOWN]) + (" ..." if len(words) > _SHOWN else "")


class _Walk:
    """One look at the words before a quotation."""

    def __init__(self, outside: Sequence[str], quoted: Sequence[str]) -> None:
        self.words = [word.casefold() for word in outside]
        self.written = outside
        self.quoted = [word.casefold() for word in quoted]
        self.whole = [*self.words, *self.quoted]
        self.whole_written = [*outside, *quoted]

    def forces(self) -> Iterator[str]:
        """The class of each word that governs the quotation, from the left."""
        for at, word in enumerate(self.words):
            if not _may_govern(word) or idle(at, self.words, self.written, self.quoted):
                continue
            for force, after in self._governs(at, word):
                if not self._closed(force, at, after):
                    yield force

    # Which words govern, and from where on.

    def _governs(self, at: int, word: str) -> Iterator[tuple[str, int]]:
        following = self._following(at)
        if negates(word) and self._really_negates(at, word):
            yield NEGATION, at + 1
        if word in NEGATIVE_TO or word in NEGATIVE_FROM or word in NEGATIVE_THAT or word in NEGATIVE_ING:
            yield from self._denying(at, word, following)
        if self._is_likely(at, word):
            yield LIKELIHOOD, at + 1
        if word in LIKELY_TO and (to := self._next(at, ("to",))) is not None:
            yield REPORT if word in _TOLD else LIKELIHOOD, to
        if word in LIKELY_THAT and (that := self._that(at)) is not None:
            yield LIKELIHOOD, that
        if (
            word in CONDITIONS
            and not (word in ("provided", "providing", "supposing", "assuming") and not self._clause(at))
        ) or self._inverted(at, word):
            yield CONDITION, at + 1
        if any(self._phrase(at, phrase) for phrase in _PHRASES.get(word, ())):
            yield CONDITION, at + 1
        yield from self._thinking(at, word, following)

    def _really_negates(self, at: int, word: str) -> bool:
        before = self.words[at - 1] if at else ""
        following = self.words[at + 1 : at + 2]  # left outside as well: "no | doubt about it" is a cut
        if word == "not":
            return _NOT_ONLY.isdisjoint(following)
        if word in ("few", "little"):
            return before != "a" and before not in ("the", "these", "those", "very", "last", "past", "next", "first")
        return word != "no" or _NO_LESS.isdisjoint(following)

    def _denying(self, at: int, word: str, following: str) -> Iterator[tuple[str, int]]:
        if word in NEGATIVE_TO and (to := self._next(at, ("to",))) is not None:
            yield NEGATION, to
        if word in NEGATIVE_FROM and (gate := self._next(at, ("from", "of", "than"), 8)) is not None:
            yield NEGATION, gate
        if word in NEGATIVE_ING and following.endswith("ing"):
            yield NEGATION, at + 1
        if word in NEGATIVE_THAT and ((that := self._that(at)) is not None or self._bare_clause(at, word)):
            yield NEGATION, that if that is not None else at + 1

    def _is_likely(self, at: int, word: str) -> bool:
        if word == "may":
            return self.written[at] == "may"
        if word in ("almost", "nearly"):
            return at == len(self.words) - 1
        if word in ("would", "should") and not _STATED.isdisjoint(self.quoted):
            return False  # "would reflect a | very unlikely change" says how likely it is
        return word in LIKELY and not (word == "should" and self._inverted(at, word))

    def _inverted(self, at: int, word: str) -> bool:
        """ "Should the vote fail, ..." and "Had it failed" are conditions; so is "Without money, the ferry will"."""
        if not self._begins_clause(at):
            return False
        if word == "without":
            return not any(token not in MARKS for token in self.words[:at]) and any(
                token in ("will", "would", "could", "can", "cannot", "may", "might") for token in self.quoted
            )
        if word == "should":
            return True
        return word in ("had", "were") and self._following(at) in _DETERMINERS

    def _begins_clause(self, at: int) -> bool:
        before = next((word for word in reversed(self.words[:at]) if word not in MARKS), ",")
        return before in {",", ";", ":", "--", "and", "but", "that", "or"}

    def _clause(self, at: int) -> bool:
        """Whether "provided" is a condition and no verb: "that" follows it, or it begins a clause."""
        return self._following(at) == "that" or self._begins_clause(at)

    def _thinking(self, at: int, word: str, following: str) -> Iterator[tuple[str, int]]:
        if word == "according" and following == "to":
            yield REPORT, at + 2
        # "presented the tax as a gift", not "presented the tax as he left" nor "presented it, as promised".
        if (
            word in SEEING_AS
            and (gate := self._next(at, ("as",), 8)) is not None
            and "," not in self.words[at:gate]
            and self.whole[gate] not in _PRONOUNS
        ):
            yield REPORT, gate
        if word in SPEAKING_TO and (to := self._next(at, ("to",))) is not None:
            yield REPORT, to
        if word in WISHING_TO and (to := self._next(at, ("to",))) is not None:
            yield WISH, to
        for force, governors in ((WISH, WISHING), (FEAR, FEARING), (REPORT, SPEAKING), (REPORT, THINKING)):
            if word not in governors:
                continue
            that = self._that(at)
            if that is not None:
                yield force, that
            elif self._bare_clause(at, word) or (force == REPORT and self._quotes(at)):
                yield force, at + 1

    def _following(self, at: int) -> str:
        return self.whole[at + 1]

    def _next(self, at: int, gates: tuple[str, ...], reach: int = _REACH) -> int | None:
        """The place after the nearest of `gates` in the same clause; the quotation's first word counts."""
        seen = 0
        for place in range(at + 1, len(self.words)):
            word = self.words[place]
            if word in gates:
                return place + 1
            if word in _STRONG or (word not in MARKS and (seen := seen + 1) > reach):
                return None
            if word in ("that", "and", "but") and gates == ("to",):
                return None
        return len(self.words) if self.quoted[0] in gates else None

    def _that(self, at: int) -> int | None:
        """The place after the "that" of a word: right after it, after "is", an object, or an aside."""
        place = self._next(at, ("that", "whether", "how", "if"), 8)
        if place is None:  # "the statement by the council, which two members never read, that"
            reach = range(at + 1, min(at + 20, len(self.words)))
            return next((p + 2 for p in reach if self.whole[p : p + 2] == [",", "that"]), None)
        between = _aside(self.words[at + 1 : min(place - 1, len(self.words))])
        # "the hope he had that" is no clause of thought: another verb must not come between, but "has been" may.
        return place if (AUXILIARIES - _BEING).isdisjoint(between) or between[-1] in _BEING else None

    def _bare_clause(self, at: int, word: str) -> bool:
        """Whether a clause follows without "that": "said the plan was dead"."""
        if self.words[at + 1 :] == [","]:  # "The mayor says, | the plan is dead", but not "as the mayor said, |"
            return word in _DIRECT and self.quoted[0] != "and" and "as" not in self.words[max(at - 4, 0) : at]
        rest, written = (words[at + 1 : at + 15] for words in (self.whole, self.whole_written))
        if not rest or rest[0] in _PREPOSITIONS or rest[0] in (".", "--"):
            return False
        if word in _DIRECT | _DENIED and at == len(self.words) - 1:
            return rest[0] not in ("and", "but", "or", "goodbye", "yes")  # "who prosecutors say | ran it"
        subject = rest[0] in _DETERMINERS or written[0][:1].isupper() or rest[0].endswith("s") or rest[0][:1].isdigit()
        verb = next((p for p, token in enumerate(rest) if token in AUXILIARIES and written[p] != "May"), None)
        direct = word in _DIRECT and rest[0] not in ("a", "yes", "no") and not rest[0].endswith(("ly", "ing"))
        if verb is None and rest[0] in ("this", "it"):
            return False
        if verb is None:
            return direct and subject and len(rest) > 2
        stopped = any(token in (",", ";", ":", "who", "which", "to") for token in rest[:verb])
        return verb > 0 and not stopped and (subject or direct or word in ("told", "tell", "tells"))

    def _quotes(self, at: int) -> bool:
        """Whether speech in quotation marks follows, and the quotation stands inside them."""
        rest = self.words[at + 1 :]
        marks = [place for place, word in enumerate(rest) if word in MARKS - {"(", ")"}]
        return bool(marks) and len(marks) % 2 == 1 and marks[-1] <= 6

    def _phrase(self, at: int, phrase: tuple[str, ...]) -> bool:
        last = at + len(phrase)
        return tuple(self.whole[at : min(last, len(self.words) + 1)]) == phrase

    # What closes a clause.

    def _closed(self, force: str, at: int, after: int) -> bool:
        """Whether the clause that a word governs has ended before the quotation begins."""
        place = after
        if force == NEGATION and self._in_aside(at):
            return True
        while place < len(self.words):
            word = self.words[place]
            if word in _STRONG or word in ("?", "!"):
                return not (word == ":" and self._quotes(at))
            if word in (",", "--", "("):
                end = self._aside_end(place, word)
                if end is not None:
                    place = end + 1
                    continue
                if self._closes(force, at, place):
                    return True
            elif self._ends(force, at, place, after):
                return True
            place += 1
        return False

    def _in_aside(self, at: int) -> bool:
        """A denial between two commas, such as ", without naming a date,", reaches no further than the second."""
        commas = [place for place in range(max(0, at - 3), at) if self.words[place] == ","]
        if not commas and not (self.words[at] == "without" and self._begins_clause(at)):
            return False
        return any(
            self.words[place] == "," and self._peek(place) not in ("unlikely", "improbable")
            for place in range(at + 1, min(len(self.words), at + 8))
        )

    def _aside_end(self, place: int, mark: str) -> int | None:
        """The place of the mark that ends an aside which begins here; None if none does."""
        closing = {",": ",", "--": "--", "(": ")"}[mark]
        reach = {",": 7, "--": 16, "(": 30}[mark]
        for end in range(place + 1, min(len(self.words), place + reach)):
            if self.words[end] == closing:
                return end
        return None

    def _peek(self, place: int) -> str:
        return next((word for word in islice(self.whole, place + 1, None) if word not in MARKS), "")

    def _peek_written(self, place: int) -> str:
        return next((word for word in islice(self.whole_written, place + 1, None) if word not in MARKS), "")

    def _closes(self, force: str, at: int, place: int) -> bool:
        """Whether a comma, a dash or a bracket here ends what a word governs."""
        coming = self._peek(place)
        if force == LIKELIHOOD and place == at + 1 and self.words[at].endswith(("ly", "be", "ps")):
            return False  # "Allegedly, ..."
        if force == CONDITION:
            return coming in ("but", "yet") or (not self._begins_clause(at) and coming in _COORDINATORS | _PRONOUNS)
        if force in (REPORT, FEAR, WISH):
            if force == WISH and coming.endswith("ing"):
                return True
            return coming in _COORDINATORS - {"and"} or self.words[place] == "("
        if coming in _COORDINATORS | _CLAUSE_WORDS | {"as", "despite", "even", "for", "with", "leaving"}:
            return True
        if not {"or", "nor"}.isdisjoint(self.whole[place:]):
            return False
        return coming in _DETERMINERS or coming.endswith(("ing", "ed")) or self._peek_written(place)[:1].isupper()

    def _ends(self, force: str, at: int, place: int, after: int) -> bool:
        """Whether a word within the clause begins another, which is not governed."""
        word, coming = self.words[place], self._peek(place)
        if force == CONDITION:
            return False
        if force in (REPORT, FEAR, WISH):
            return word in ("although", "whereas")
        if word in ("but", "except", "until"):
            return True
        if place > after and word in _CLAUSE_WORDS:
            return not (self.words[at] in _EMPTY and word == "who" and place - at <= 3)
        return word in ("and", "so") and (coming in AUXILIARIES | (_PRONOUNS - {"this", "these", "those"}))


def _may_govern(word: str) -> bool:
    return word in _GOVERNORS or word.endswith("n't")


def _aside(between: Sequence[str]) -> list[str]:
    """The words without what stands between two commas."""
    if between.count(",") < 2:
        return list(between)
    first, last = list(between).index(","), len(between) - 1 - list(between)[::-1].index(",")
    return [*between[:first], *between[last + 1 :]]


#: Verbs that take a clause far more often than a thing.
_DIRECT: Final = listed("""
    say says said saying think thinks thought believe believes believed insist insists insisted argue argues
    argued hope hopes hoped suspect suspects suspected assume assumes assumed maintain maintains maintained
    reckon reckons wish wishes wished suppose swear swore swears contend contends contended allege alleged
    alleges claim claims claimed claiming
""")
_DENIED: Final = listed("deny denies denied doubt doubts doubted dispute disputes disputed")
#: "is said to": what others hold.
_TOLD: Final = listed("said thought believed claim claims claimed rumored rumoured reported pretend pretends pretended")
#: "no one who": what is denied is that there is such a one.
_EMPTY: Final = listed("no nobody none nothing few hardly scarcely")
