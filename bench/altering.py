"""Alterations of exact words, each kind a function of some words and a source of chance.

Every function changes a stretch of words in one place and gives what comes of it; None if it has no such place.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping

Alter = Callable[[str, random.Random], str | None]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TOKEN = re.compile(r"\S+")
_NEGATION = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without)\b", re.IGNORECASE)
_CONTRACTED = re.compile(r"n['’]t\b")
_AUXILIARY = re.compile(r"\b(?:is|was|were|are|did|does|do|has|have|had|would|could|should|will|can)\b")
_UNMARKED = {
    "A": "Á",
    "a": "á",
    "e": "é",
    "o": "ö",
    "u": "ü",
    "é": "e",
    "ï": "i",
    "ü": "u",
    "ö": "o",
    "ä": "a",
    "ı": "i",
}
_LOOKALIKE = {
    "a": "а",
    "e": "е",
    "o": "о",
    "p": "р",
    "c": "с",
    "x": "х",
    "A": "А",
    "T": "Т",
    "l": "I",
    "I": "l",
    "O": "0",
}
_PUNCTUATION = re.compile(r"[,;:.?!()](?=\s)")
_ADDED = """
    perhaps also very only all some still again today once not never too already much and but or of the a in harbor
    council ferry pilots money winter more less rather almost 4 1950 Monday Stockholm
""".split()  # noqa: SIM905  # a row of words
_OTHER = """
    something everything harbors bridge winter summer said wrote says might must often seldom large small before
    after above below few many good bad yes this that these
""".split()  # noqa: SIM905
_NAMES = "Zanzibar Ahlgren Moreau Castile Whitby Kowalski Norway Tuesday August Baltic Lisbon Eriksson".split()  # noqa: SIM905


def _put(words: str, found: re.Match[str], now: str) -> str:
    return words[: found.start()] + now + words[found.end() :]


def _any(pattern: re.Pattern[str], words: str, chance: random.Random, first: int = 0) -> re.Match[str] | None:
    found = list(pattern.finditer(words))[first:]
    return chance.choice(found) if found else None


def dropped(words: str, chance: random.Random) -> str | None:
    """A word, sometimes two, left out from within."""
    found = list(_TOKEN.finditer(words))
    if len(found) < 3:
        return None
    at = chance.randrange(1, len(found) - 1)
    last = min(at + chance.choice((0, 0, 0, 1)), len(found) - 2)
    return words[: found[at].start()] + words[found[last + 1].start() :]


def added(words: str, chance: random.Random) -> str | None:
    """A word put in anywhere, the edges too; sometimes one that stands there already."""
    found = list(_TOKEN.finditer(words))
    at = chance.randrange(len(found) + 1)
    own = [match[0] for match in found if any(map(str.isalnum, match[0]))]
    word = chance.choice(own) if own and chance.random() < 0.2 else chance.choice(_ADDED)
    if at == len(found):
        return f"{words} {word}"
    return f"{words[: found[at].start()]}{word} {words[found[at].start() :]}"


def swapped(words: str, chance: random.Random) -> str | None:
    """Two words in each other's place, mostly neighbors."""
    found = list(_TOKEN.finditer(words))
    if len(found) < 2:
        return None
    one = chance.randrange(len(found) - 1)
    two = one + 1 if chance.random() < 0.7 else chance.randrange(one + 1, len(found))
    first, second = found[one], found[two]
    between = words[first.end() : second.start()]
    return words[: first.start()] + second[0] + between + first[0] + words[second.end() :]


def replaced(words: str, chance: random.Random) -> str | None:
    """A word in place of another: any other, one of the same text, or the same with a letter more or less."""
    found = _any(_WORD, words, chance)
    if found is None:
        return None
    word = found[0]
    at = chance.randrange(len(word))
    ways = (
        chance.choice(_OTHER),
        chance.choice(_WORD.findall(words)),
        word + "s",
        word[:at] + word[at + 1 :],
        word[:at] + chance.choice("abdeghiklmnoprstuvy") + word[at + 1 :],
    )
    return _put(words, found, chance.choice(ways))


def digit(words: str, chance: random.Random) -> str | None:
    """A digit changed, put in, taken out; a decimal point moved; a sign, a currency or a percent lost."""
    found = _any(re.compile(r"[-−$<>±.]?\d[\d.,:/]*\d[%+]?|[-<>±.]?\d[%+]?"), words, chance)
    if found is None:
        return None
    number, way = found[0], chance.randrange(5)
    digits = [at for at, character in enumerate(number) if character.isdigit()]
    at = chance.choice(digits)
    if way == 0:
        return _put(
            words, found, number[:at] + str((int(number[at]) + chance.randrange(1, 10)) % 10) + number[at + 1 :]
        )
    if way == 1:
        return _put(words, found, number[:at] + str(chance.randrange(10)) + number[at:])
    if way == 2:
        return _put(words, found, number[:at] + number[at + 1 :])
    if way == 3:
        return _put(words, found, re.sub(r"[-−$.,:/%<>±+]", "", number, count=1))
    return _put(words, found, number[:at] + chance.choice(".,:-") + number[at:])


def negation(words: str, chance: random.Random) -> str | None:
    """A negation taken out, turned round or put in."""
    found = _any(_NEGATION, words, chance)
    short = _any(_CONTRACTED, words, chance)
    if short and chance.random() < 0.5:
        return _put(words, short, "")
    if found and chance.random() < 0.7:
        if chance.random() < 0.6:
            return re.sub(r"  +", " ", _put(words, found, "")).strip()
        return _put(words, found, chance.choice(("hardly", "always", "a", "everybody", "with")))
    verb = _any(_AUXILIARY, words, chance)
    if verb and chance.random() < 0.7:
        return _put(words, verb, verb[0] + chance.choice((" not", " never", "n't", "n’t")))
    place = _any(_TOKEN, words, chance)
    return None if place is None else _put(words, place, chance.choice(("not ", "no ", "never ")) + place[0])


def name(words: str, chance: random.Random) -> str | None:
    """Another name, or the same name spelled otherwise."""
    found = _any(re.compile(r"\b[^\W\d_][^\W\d_]+\b"), "".join(words), chance)
    names = [match for match in re.finditer(r"\b[^\W\d_]{2,}\b", words) if match[0][0].isupper()]
    if names:
        found = chance.choice(names)
    if found is None:
        return None
    own = found[0]
    if chance.random() < 0.6 or not names:
        return _put(words, found, chance.choice(_NAMES))
    return _put(words, found, own[:-1] + chance.choice([letter for letter in "aeonsz" if letter != own[-1]]))


def capital(words: str, chance: random.Random) -> str | None:
    """A capital gained or lost anywhere but at the very first letter."""
    letters = [at for at, character in enumerate(words) if len(character.swapcase()) == 1 and character.isalpha()]
    starts = [at for at in letters if at and not words[at - 1].isalpha()]
    inner = letters[1:]
    pick = starts if starts and chance.random() < 0.8 else inner
    if not pick:
        return None
    at = chance.choice(pick)
    if words[at].swapcase() == words[at]:
        return None
    return words[:at] + words[at].swapcase() + words[at + 1 :]


def punctuation(words: str, chance: random.Random) -> str | None:
    """A mark within lost, gained or made another."""
    found = _any(_PUNCTUATION, words, chance)
    if found and chance.random() < 0.7:
        others = [mark for mark in ("", ",", ";", ":", ".", "?", "!") if mark != found[0]]
        return _put(words, found, chance.choice(others))
    place = _any(re.compile(r"(?<=[\w]) (?=\w)"), words, chance)
    return None if place is None else _put(words, place, chance.choice((", ", "; ", ": ", ". ", "? ", " - ", "/")))


def accent(words: str, chance: random.Random) -> str | None:
    """An accent lost or gained."""
    at = [place for place, character in enumerate(words) if character in _UNMARKED]
    if not at:
        return None
    place = chance.choice(at)
    return words[:place] + _UNMARKED[words[place]] + words[place + 1 :]


def lookalike(words: str, chance: random.Random) -> str | None:
    """A letter of another script that looks the same, or a mark that turns the order in which letters are read."""
    if chance.random() < 0.2:
        place = chance.randrange(len(words) + 1)
        return words[:place] + chance.choice("\u202a\u202b\u202d\u202e\u2066\u2067") + words[place:]
    at = [place for place, character in enumerate(words) if character in _LOOKALIKE]
    if not at:
        return None
    place = chance.choice(at)
    return words[:place] + _LOOKALIKE[words[place]] + words[place + 1 :]


def joint(words: str, chance: random.Random) -> str | None:
    """Two words written as one, one as two, a hyphen or an apostrophe lost or gained."""
    spaces = list(re.finditer(r"(?<=\w) (?=\w)", words))
    inside = list(re.finditer(r"(?<=[^\W\d_])(?=[^\W\d_])", words))
    marks = list(re.finditer(r"(?<=\w)[-’'](?=\w)", words))
    ways = [(spaces, ("", "-", "\n\n")), (inside, (" ", "-", "’")), (marks, ("", " "))]
    found, now = chance.choice([way for way in ways if way[0]] or [([], ())])
    return _put(words, chance.choice(found), chance.choice(now)) if found else None


def part(words: str, chance: random.Random) -> str | None:
    """Only part of the first or last word: "Kremlin" of "Kremlin's", "5" of "3.5" or "<5"."""
    tokens = list(_TOKEN.finditer(words))
    last = chance.random() < 0.5
    token = tokens[-1] if last else tokens[0]
    cuts = [match.start() for match in re.finditer(r"(?<=\w)\B|\b|(?<=\w)(?=[%°+])", token[0])]
    kept = [at for at in cuts if re.search(r"\w", token[0][:at]) and re.search(r"[\w%+]", token[0][at:])]
    signs = [at for at in cuts if not last and at and re.match(r"[$.<>±~+-]\d", token[0][at - 1 : at + 1])]
    if not (kept or signs):
        return None
    at = token.start() + chance.choice(signs if signs and chance.random() < 0.5 else kept or signs)
    return words[:at] if last else words[at:]


def bracketed(words: str, chance: random.Random) -> str | None:
    """Brackets that do more than brackets may: deny, count, hedge, or put another letter first."""
    place = _any(_TOKEN, words, chance)
    if place is None:
        return None
    if chance.random() < 0.3 and place[0][:2].isalpha() and len(place[0]) > 1:
        other = chance.choice([letter for letter in "bcdfghlmprst" if letter != place[0][0].lower()])
        return _put(words, place, f"[{other}]{place[0][1:]}")
    said = chance.choice(("[not]", "[never]", "[two]", "[60]", "[perhaps]", "[unless]", "[hardly]", "[without him]"))
    return _put(words, place, said if chance.random() < 0.5 else f"{said} {place[0]}")


ALTERATIONS: Mapping[str, Alter] = {
    "dropped word": dropped,
    "added word": added,
    "swapped words": swapped,
    "replaced word": replaced,
    "changed number": digit,
    "negation": negation,
    "name": name,
    "inner capital": capital,
    "punctuation within": punctuation,
    "accent": accent,
    "look-alike letter": lookalike,
    "joined or split": joint,
    "part of a word": part,
    "in brackets": bracketed,
}
