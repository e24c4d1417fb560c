"""Phrases that frame a statement as a whole: "in her eyes", "on paper", "too old to", "accused of".

No single word of them governs anything, so they are read as phrases: some begin a sentence, some stand right before
the words, some follow them after a comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sphinx_briefing.text.hedges import CONDITION, FEAR, LIKELIHOOD, LIMIT, NEGATION, REPORT, WISH

_DET: Final = r"(?: (?:a|an|the|any|some|another|his|her|its|their|my|our|your))?"
_WHOSE: Final = r"(?:his|her|its|their|my|our|your|[\w']+'s|the \w+'s?)"
#: Whose statement it is, or how sure: these stand at the beginning of a sentence, or after it behind a comma.
_ANYWHERE: Final = (
    (REPORT, rf"(?:in|to) {_WHOSE} (?:own )?(?:eyes|view|opinion|telling|mind|judgment|words|reading|account|version)"),
    (REPORT, r"in the (?:eyes|view|views|opinion|telling|mind|minds|judgment|words|reading|account|version) of"),
    (REPORT, r"by (?:his|her|its|their|my|our|your|all|most|some|[\w']+'s) (?:own )?accounts?"),
    (REPORT, r"from the (?:point of view|viewpoint|standpoint|perspective) of"),
    (REPORT, r"as (?:[\w'-]+ ){1,4}(?:sees?|saw|puts?|tells?|told|has|had) it"),
    (REPORT, r"according to|on (?:this|that|his|her|their) (?:reading|view|account)|to hear \w+ tell it"),
    (LIKELIHOOD, r"(?:for all|as far as|so far as) \w+ (?:know|knows|knew|can tell|could tell|remember|remembers)"),
    (LIKELIHOOD, r"to (?:the best of )?(?:my|our|his|her|their) knowledge"),
    (LIKELIHOOD, r"with (?:any |a little |some )?luck|with any fortune|on paper|in theory|in principle"),
)
_LEADING: Final = (
    *_ANYWHERE,
    (REPORT, r"to (?:his|her|their) (?!surprise|horror|credit|delight|relief|great|own)(?:[\w'-]+ ){1,3},"),
    (CONDITION, r"given (?!that|the fact)(?:[\w'-]+ ){1,6},"),
    (CONDITION, r"(?:barring|failing|short of|but for)(?= )"),
    (
        CONDITION,
        r"(?:under|in|on) (?:the|this|that|a|an|our|such) (?:[\w'-]+ ){0,3}(?:scenarios?|hypothesis|assumptions?)",
    ),
    (CONDITION, r"until (?:[\w'-]+ ){1,8},"),
    (CONDITION, r"in the (?:best|worst) (?:of )?cases?"),
    (
        REPORT,
        r"in (?:the|a|an|his|her|this|that|one) (?:[\w'-]+ ){0,2}"
             r"(?:draft|novel|film|play|story|legend|tale|dream|version|myth)",
    ),
    (WISH, r"may$"),
)  # fmt: skip
#: Right before the words, with at most an article between.
_TOUCHING: Final = (
    (NEGATION, r"(?:acquitted|cleared|innocent|free|devoid|void|bereft|absence|lack|instead|shy) of"),
    (NEGATION, r"(?:lacks?|lacked|lacking|misses|yet to|anything but|nothing like)"),
    (NEGATION, r"(?:except|excluding|excepting|other than|apart from|aside from|with the exception of)(?: for)?"),
    (NEGATION, r"rul(?:e|es|ed|ing) out(?: that)?|too [\w'-]+ to|(?:a )?(?:long|great) way from"),
    (NEGATION, r"(?:come|comes|came|coming) (?:very )?close to|the last thing (?:[\w'-]+ ){1,5}(?:is|was)"),
    (NEGATION, r"all but|(?:vote|votes|voted|argue|argues|argued|rule|ruled|decided|spoke|warned|advised) against"),
    (NEGATION, r"gone (?:is|are) (?:[\w'-]+ ){1,4}when"),
    (NEGATION, r", (?:but|and|or|though) (?:do|does|did|is|are|was|were|has|have|had) not [\w'-]+ ,"),
    (REPORT, r"(?:accused|suspected|suspicion|charges?|accusations?|rumou?rs?|talk|reports?|tales?) of"),
    (REPORT, r"(?:charged with|(?:has|have|had) it that|hear[sd]? that|purports? to|purported to)"),
    (REPORT, r"what \w+(?: \w+)? (?:call|calls|called)|call(?:s|ed)? (?:me|him|her|it|us|them|you|this|that)"),
    (REPORT, r"(?:think|thinks|thought|deem|deems|deemed) (?:me|him|her|it|us|them|you)(?: [\w'-]+){0,3}"),
    (REPORT, r"(?:slogan|motto|hypothesis|sentence|headline|title|sign|claim|rumor|phrase|banner|poster|read|reads)"
             r"(?: [\w'-]+){0,2} [\"\u201c\u00ab]"),
    (LIKELIHOOD, r"(?:is|was|are|were) to have|half a mind to|(?:half |much )?inclined to"),
    (LIKELIHOOD, r"[\w]+'d have"),
    (LIKELIHOOD, r"(?:threat|prospects?|possibility|risk|risks|danger|likelihood|chances?) of"),
    (FEAR, r"(?:fears?|dread|worries|worry) (?:of|about)|(?:fears?|feared|dreads?|dreaded|fearing)"),
    (WISH, r"(?:hopes?|dreams?|promises?|wish|wishes|demands?|calls?|called|hoped|longing) (?:of|for)"),
    (WISH, r"(?:wants?|wanted|wish(?:es)? for|demand(?:s|ed)?|propos(?:e|es|ed))"),
    (LIMIT, r"(?<!the )only|(?:is|was|were) only (?:[\w'-]+ ){1,6}that"),
)  # fmt: skip
_CLAUSES: Final = re.compile(" [;:] ")
_CLOSED: Final = r"(?:[;:?!]|, (?:but|yet|and|so|while|though|although|because|which|who) )"


def _compiled(table: tuple[tuple[str, str], ...], shape: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((force, re.compile(shape.replace("FRAME", f"(?:{pattern})"))) for force, pattern in table)


_AHEAD: Final = rf"(?!\w)(?!.*{_CLOSED})"
_LEADS: Final = _compiled(_LEADING, f"FRAME{_AHEAD}")
_TOUCHES: Final = _compiled(_TOUCHING, rf"(?<![\w-])FRAME{_DET}$")
#: All of them at once: to ask each by itself costs far more, and most words are framed by none.
_LEAD: Final = re.compile(rf"(?:{'|'.join(pattern for _, pattern in _LEADING)}){_AHEAD}")
_TOUCH: Final = re.compile(rf"(?<![\w-])(?:{'|'.join(pattern for _, pattern in _TOUCHING)}){_DET}$")
_TRAILS: Final = _compiled(_ANYWHERE, r"FRAME(?!\w)")


def frames(outside: Sequence[str]) -> Iterator[str]:
    """The classes of the phrases before quoted words that frame them; `outside` are the words and marks before them."""
    line = " ".join(outside).casefold()
    clause = _CLAUSES.split(line)[-1].lstrip('"\u201c\u00ab ')
    if _LEAD.match(clause):
        yield from (force for force, pattern in _LEADS if pattern.match(clause))
    if _TOUCH.search(clause):
        yield from (force for force, pattern in _TOUCHES if pattern.search(clause))


def trailing_frames(rest: str) -> Iterator[str]:
    """The classes of the phrases that follow quoted words, behind a comma: ", in her view"."""
    yield from (force for force, pattern in _TRAILS if pattern.match(rest))
