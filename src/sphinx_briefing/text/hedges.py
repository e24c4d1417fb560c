"""The words that turn a sentence: what denies, doubts, sets a condition, reports, wishes, fears or limits.

One short list for each class. What a word of a class governs is for `cuts` to say; that one stands somewhere, here.
"""

from __future__ import annotations

import re
from typing import Final

NEGATION: Final = "negation"
LIKELIHOOD: Final = "likelihood"
CONDITION: Final = "condition"
REPORT: Final = "speech or thought"
WISH: Final = "wish"
FEAR: Final = "fear"
LIMIT: Final = "limit"

TOKEN: Final = re.compile(
    r"\w+(?:['\u2019\u02bc.-]\w+)*|--+|[\u2012-\u2015]|\.\.\.|[,;:()\"'\u2018-\u201f.\u00ab\u00bb?!]"
)
#: Marks that say nothing about where a clause ends.
MARKS: Final = frozenset("\"'\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb()")
DASHES: Final = frozenset("-\u2012\u2013\u2014\u2015")


def listed(words: str) -> frozenset[str]:
    """A list of words, written as one text."""
    return frozenset(words.split())


#: Each turns whatever follows it in its clause.
NEGATORS: Final = listed("""
    not no never nor neither none nobody nothing nowhere noone without cannot hardly barely scarcely rarely seldom few
    little minus sans
""")
#: Turn an infinitive, a clause with "that", or what follows "from" or "of".
NEGATIVE_TO: Final = listed("""
    refuse refuses refused refusing refusal fail fails failed failing failure decline declines declined declining
    unable unwilling reluctant reluctance loath neglect neglected neglects omitted omit omits forgot forget forgets
    stopped ceased cease ceases inability unwillingness afraid hesitate hesitates hesitated forbidden forbid forbade
    forbids unprepared
""")
NEGATIVE_THAT: Final = listed("""
    deny denies denied denying denial denials doubt doubts doubted doubtful reject rejects rejected rejecting dispute
    disputes disputed disputing false untrue wrong myth lie fiction illusion impossible refute refutes refuted dismiss
    dismisses dismissed incorrect pretend pretends pretended pretense implausible disbelieve disbelieves skeptical
    mistaken disproved forbid forbids inconceivable unthinkable
""")
NEGATIVE_FROM: Final = listed("""
    far short prevent prevents prevented preventing stop stops stopped keep keeps kept discourage discouraged barred
    bar bars refrain refrained refrains instead rather ban bans banned shy shied abstain abstained incapable prohibit
    prohibits prohibited
""")
NEGATIVE_ING: Final = listed("avoid avoids avoided avoiding quit quits stop stops stopped deny denies denied denying")

LIKELY: Final = listed("""
    might could would should must ought maybe perhaps possibly probably likely unlikely presumably apparently seemingly
    allegedly reportedly supposedly ostensibly purportedly conceivably potentially possible probable improbable
    arguably evidently almost nearly doubtful plausible plausibly theoretically nominally hypothetically mightn't
    self-styled
    self-proclaimed self-described would-be
    couldn't wouldn't shouldn't alleged supposed so-called virtually purported
""")
LIKELY_TO: Final = listed("""
    seem seems seemed seeming appear appears appeared appearing expected thought believed said rumored rumoured tend
    tends poised bound liable chance claim claims claimed pretend pretends pretended pretending reported risk risks
    threaten threatens threatened threatening prospect possibility odds certain sure about
""")
LIKELY_THAT: Final = listed("""
    danger dangers risk risks threat possibility chance chances prospect odds likelihood probability seem seems seemed
    appear appears appeared suspicion conceivable rumor rumors rumour rumours case
""")

CONDITIONS: Final = listed("if unless provided providing whether supposing assuming lest suppose")

SPEAKING: Final = listed("""
    say says said saying tell tells told telling claim claims claimed claiming argue argues argued arguing insist
    insists insisted insisting maintain maintains maintained assert asserts asserted allege alleges alleged announce
    announces announced declare declares declared warn warns warned warning state states stated write writes wrote
    written report reports reported add adds added suggest suggests suggested contend contends contended predict
    predicts predicted promise promises promised promising vow vows vowed swear swears swore swearing pledge pledges
    pledged assure assures assured complain complains complained joke jokes joked boast boasts boasted remark remarked
    hint hints hinted imply implies implied repeat repeated repeats forecast forecasts testify testifies testified
    reply replied replies answer answered concede concedes conceded explain explains explained quip quipped note notes
    noted observe observes observed charge charges charged accuse accused propose proposes proposed recommend
    recommends recommended mention mentions mentioned estimate estimates estimated admit admits admitted
    reason reasoned reasons protest protests protested profess professed whisper whispered preach preached
    caution cautions cautioned rumored rumoured allegation allegations assertion statement rumor rumors rumour
    rumours accusation argument prediction assurance
    assurances suggestion contention story message clear ask asks asked asking inform informed informs
""")
THINKING: Final = listed("""
    think thinks thought thinking believe believes believed believing suppose supposes supposed assume assumes assumed
    assuming imagine imagines imagined suspect suspects suspected expect expects expected expecting reckon reckons
    reckoned feel feels felt guess guesses guessed judge judges judged conclude concludes concluded hold holds held
    consider considers considered anticipate anticipates anticipated understand understands understood presume presumes
    presumed conclusion belief beliefs idea notion view views impression assumption theory hypothesis confident
    convinced sure certain optimistic persuaded wonder wonders wondered dream dreams dreamed fancy fancied opinion
    conviction expectation expectations figure figured deem deems deemed trust trusts trusted perception myth sense
    pessimistic satisfied speculation speculate speculates speculated theorize suspicion suspicions
""")
WISHING: Final = listed("""
    want wants wanted wanting wish wishes wished wishing hope hopes hoped hoping hopeful desire desires desired
    demand demands demanded demanding pray prays prayed prefer prefers preferred urge urges urged urging request
    requests requested insist insists insisted propose proposes proposed require requires required long longs longed
    yearn yearns yearned eager keen
""")
FEARING: Final = listed("""
    fear fears feared fearing afraid worry worries worried worrying concern concerned concerns dread dreads dreaded
    anxious nervous alarmed scared apprehensive anxiety fearful
""")
#: What somebody says that another should do, or that he himself will.
SPEAKING_TO: Final = listed("""
    call calls called calling ask asks asked asking urge urges urged urging tell tells told telling order orders ordered
    invite invites invited advise advises advised instruct instructs instructed warn warns warned lobby lobbied lobbies
    demand demands demanded demanding request requests requested promise promises promised promising pledge pledges
    pledged vow vows vowed propose proposes proposed proposal offer offers offered offering order encourage encouraged
    call calls press pressed pressing persuade persuades persuaded claim claims claimed
""")
#: A wish, a plan or an attempt that goes with an infinitive.
WISHING_TO: Final = (WISHING - SPEAKING_TO) | listed("""
    try tries tried trying attempt attempts attempted attempting seek seeks sought seeking intend intends intended
    intending plans planned planning aim aims aimed aiming agree like willing ready prepared mean means meant
    consider considered struggle struggles struggled push pushed pushes hesitant dream dreams dreamed
""")
#: Seeing something *as* something.
SEEING_AS: Final = listed("""
    see sees saw seen seeing view views viewed viewing regard regards regarded regarding describe describes described
    portray portrays portrayed dismiss dismisses dismissed treat treats treated denounce denounces denounced paint
    painted paints interpret interpreted interprets present presented hail hailed hails praise praised praises depict
    depicted perceive perceived perceives characterize characterized read reads brand branded denouncing
""")
#: Limits that stand right after words, and change what they say.
LIMITS: Final = listed("""
    but except though although however yet only until till save excluding barring pending albeit nominally otherwise
    supposedly notwithstanding besides insofar
""")
LIMIT_PHRASES: Final = (
    "other than", "apart from", "in name", "on paper", "in theory", "in principle", "at least in", "subject to",
    "or so", "as long as", "so long as", "on condition", "on the condition", "in case", "only if", "only when",
    "aside from", "up to a point", "at least on", "bar the", "bar one", "bar two", "to a point", "with the exception",
    "at best", "in part",
)  # fmt: skip
CONDITION_PHRASES: Final = (
    "as long as", "so long as", "on condition", "on the condition", "in case", "only if", "only when",
    "contingent on", "conditional on", "dependent on", "depending on", "in the event", "in the unlikely event",
    "as if", "as though", "but for",
)  # fmt: skip

#: A verb that shows that a clause goes on: the first list of every grammar.
AUXILIARIES: Final = listed("""
    is are was were be been has have had will would can could may might shall should must do does did cannot isn't
    aren't wasn't weren't won't wouldn't can't couldn't hasn't haven't hadn't doesn't don't didn't
""")
#: What an ellipsis may hide only when acknowledged.
_ELIDED: Final = (
    NEGATORS | LIMITS | CONDITIONS | NEGATIVE_THAT | listed("unlikely likely may might could perhaps probably possibly")
)
_NUMBER_WORDS: Final = listed("""
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
    billion billions trillion dozen dozens half third quarter first second twice thrice once double triple both several
    all most some many each every any few fewer more less half-dozen percent
""")


def tokens(text: str) -> list[str]:
    """The words and marks of a text; apostrophes straight, every dash `--`."""
    found = TOKEN.findall(text.replace("\u2019", "'").replace("\u02bc", "'"))
    return ["--" if token[0] in DASHES else token for token in found]


def negates(token: str) -> bool:
    """Whether a word denies by itself: `not`, `don't`, `without`."""
    word = token.casefold()
    return word in NEGATORS or word.endswith("n't")


def is_number(token: str) -> bool:
    """Whether a word says how much or how many."""
    word = token.casefold()
    return any(character.isdigit() for character in word) or word in _NUMBER_WORDS


def hedges(token: str) -> bool:
    """Whether a word makes a statement weaker or conditional: `perhaps`, `may`, `if`."""
    word = token.casefold()
    return word in LIKELY or word == "may" or word in CONDITIONS or word in LIMITS


def hidden_turns(text: str) -> tuple[str, ...]:
    """The words of a text that may not be left out unseen."""
    return tuple(token for token in tokens(text) if negates(token) or token.casefold() in _ELIDED)


def classes_in(text: str) -> frozenset[str]:
    """The classes of which a sentence has a word, wherever it stands."""
    words = [token.casefold() for token in tokens(text)]
    padded = f" {' '.join(words)} "
    found = {name for name, members in _CLASSES.items() if not members.isdisjoint(words)}
    if any(negates(word) for word in words):
        found.add(NEGATION)
    if "may" in words:
        found.add(LIKELIHOOD)
    if any(f" {phrase} " in padded for phrase in CONDITION_PHRASES):
        found.add(CONDITION)
    if any(f" {phrase} " in padded for phrase in LIMIT_PHRASES):
        found.add(LIMIT)
    if " according to " in padded:
        found.add(REPORT)
    return frozenset(found)


_CLASSES: Final = {
    NEGATION: NEGATORS | NEGATIVE_THAT | NEGATIVE_TO,
    LIKELIHOOD: LIKELY | LIKELY_THAT,
    CONDITION: CONDITIONS,
    REPORT: SPEAKING | SPEAKING_TO | THINKING | SEEING_AS,
    WISH: WISHING | WISHING_TO,
    FEAR: FEARING,
    LIMIT: LIMITS | CONDITIONS,
}
