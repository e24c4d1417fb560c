"""Words that look as if they governed a quotation, and do not: names, nouns, set phrases, and what a clause encloses.

Each question is asked about one place in the words before a quotation.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sphinx_briefing.text.hedges import AUXILIARIES, FEARING, MARKS, SPEAKING, THINKING, WISHING, listed

_ARTICLES: Final = listed("the a an this that these those his her its their our my your")
_SUBJECTS: Final = listed("he she it they we i you the a an his her its their our my your this these those there")
_RELATIVES: Final = listed("who whom whose which where")
_ATTRIBUTES: Final = listed("""
    likely unlikely possible probable improbable plausible alleged supposed would-be self-styled self-proclaimed
    self-described purported almost nearly
""")
_NOUNS: Final = listed("""
    reason report claim charge note state figure answer estimate judge sense view hold message story statement
    notion idea theory might must can will
""")
_TELLING: Final = listed("after before when because since although though while once whenever where")
_DOING: Final = listed("will would could can cannot may might")
_NAMES: Final = WISHING | FEARING | SPEAKING | THINKING


def idle(at: int, words: Sequence[str], written: Sequence[str], quoted: Sequence[str]) -> bool:
    """Whether the word at a place, which is in some list, governs nothing of `quoted`."""
    return (
        _is_name(at, words, written)
        or _is_noun(at, words)
        or _is_idiom(at, words)
        or _is_attribute(at, words)
        or _is_in_aside(at, words)
        or _is_in_front(at, words)
        or _is_in_relative(at, words, quoted)
        or _is_behind(at, words, quoted)
    )


def _is_name(at: int, words: Sequence[str], written: Sequence[str]) -> bool:
    """ "Hope Street" and "Judge Fear": a capital within a sentence, or two at its beginning."""
    if not written[at][:1].isupper() or words[at] not in _NAMES:
        return False
    before = [word for word in words[:at] if word not in MARKS]
    if before and before[-1] not in (":", "."):
        return True
    return at + 1 < len(written) and written[at + 1][:1].isupper() and not words[at].endswith(("s", "ed", "ing"))


def _is_noun(at: int, words: Sequence[str]) -> bool:
    """ "the might of", "for this reason": a thing, unless "that", "to" or "of" says what it holds."""
    if words[at] not in _NOUNS or not at or words[at - 1] not in _ARTICLES:
        return False
    later = words[at + 1 :]
    if words[at] in ("might", "must", "can", "will"):
        return later[:1] == ["of"] or not later
    return not any(gate in later for gate in ("that", "to", "whether", ":"))


def _is_idiom(at: int, words: Sequence[str]) -> bool:
    """ "no doubt", "no fewer than", "not far from", "not until", "even if", "whether by luck or skill,"."""
    word, before = words[at], words[at - 1] if at else ""
    following = words[at + 1] if at + 1 < len(words) else ""
    if word == "doubt":
        return before in ("no", "without", "beyond")
    if word == "far":
        return before == "not" and not any(token.endswith("ing") for token in words[at + 1 : at + 3])
    if word == "no":
        return following in ("doubt", "fewer", "later", "earlier")
    if word == "not":
        return following == "until" or (not before and following in ("far", "long", "surprisingly", "infrequently"))
    if word == "if":
        return before == "even"
    return word == "whether" and not before and "or" in words and words[-1] == ","


def _is_attribute(at: int, words: Sequence[str]) -> bool:
    """ "the unlikely winner": a word of likelihood that colors one noun, which was left outside too."""
    if words[at] not in _ATTRIBUTES or not at or words[at - 1] not in _ARTICLES:
        return False
    return len(words) > at + 1 and not any(gate in words[at + 1 :] for gate in ("that", "to", "of", "and", "or"))


def _is_in_aside(at: int, words: Sequence[str]) -> bool:
    """ ", which may be sold next year," reaches no further than its second comma."""
    comma = max((place for place in range(at) if words[place] == ","), default=-1)
    if comma < 0 or words[comma + 1] not in _RELATIVES:
        return False
    return words[-1] == "," and words.index(",", at) == len(words) - 1


def _is_in_front(at: int, words: Sequence[str]) -> bool:
    """ "After the minister refused to answer, |": a clause in front that says when or why, and is over."""
    return bool(at) and words[0] in _TELLING and words[-1] == "," and words.index(",", at) == len(words) - 1


def _is_in_relative(at: int, words: Sequence[str], quoted: Sequence[str]) -> bool:
    """ "The house that we could not afford | was sold": what stands outside says only of which house."""
    if quoted[0] not in AUXILIARIES:
        return False
    relative = next((place for place in range(1, at) if words[place] in _RELATIVES | {"that"}), None)
    if relative is None or relative > 4 or "," in words or words[0] not in _SUBJECTS:
        return False
    between = set(words[:relative]) | set(words[at + 1 :])
    return between.isdisjoint(_NAMES) and between.isdisjoint(AUXILIARIES)


def _is_behind(at: int, words: Sequence[str], quoted: Sequence[str]) -> bool:
    """ "Hoping that the fog would lift, | we waited" and "Instead of a crane | the town": a phrase in front is over."""
    if at or quoted[0] not in _SUBJECTS:
        return False
    later = words[1:]
    if words[0].endswith("ing") or words[0] in ("told", "asked", "ordered", "urged", "invited"):
        return words[-1] == "," and words[0] not in ("assuming", "supposing", "providing", "barring")
    if words[0] in ("instead", "without"):
        open_end = words[-1] in ("of", "a", "the", "an", "any", "to", "for", "and", "or", "with", "in", "on")
        doing = any(word.endswith("ing") for word in later) or not _DOING.isdisjoint(quoted)
        return bool(later) and not open_end and not doing
    return False
