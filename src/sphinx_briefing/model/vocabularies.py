"""The closed vocabularies of a briefing: each value once, spelled as an editor writes it."""

from __future__ import annotations

from typing import Final

STANCES: Final = ("supports", "opposes", "conditional", "mixed", "ambiguous", "none stated")
BASES: Final = ("acts", "words", "reported", "attributed", "forecast", "derived")
CONFIDENCES: Final = ("high", "moderate", "low")
LAYERS: Final = ("fact", "judgment", "context", "hindsight")
FENCED_LAYERS: Final = ("context", "hindsight")
SEVERITIES: Final = (
    "factual error",
    "nuance",
    "omission",
    "simplification",
    "unverified",
    "usage",
    "internal tension",
)
ACTOR_KINDS: Final = ("person", "administration", "government", "group", "state", "organization", "metonym")
QUOTATION_KINDS: Final = ("speech", "term", "scare", "translation", "pun")
#: What a reader sees for each kind of quotation; plain speech needs no word.
QUOTATION_WORDS: Final = {
    "term": "a term",
    "scare": "words held at a distance",
    "translation": "in translation",
    "pun": "a play on words",
}
#: What one actor does to another, as it stands between their names; those of `MUTUAL` hold both ways.
RELATION_KINDS: Final = (
    "met",
    "negotiates with",
    "allied with",
    "disagrees with",
    "asks",
    "answers",
    "supports",
    "opposes",
    "refuses",
    "reassures",
    "distrusts",
    "pressures",
    "threatens",
    "criticizes",
    "praises",
    "gave",
    "acts for",
    "succeeded",
)
MUTUAL: Final = ("met", "negotiates with", "allied with", "disagrees with")
RELIABILITIES: Final = ("A", "B", "C")

#: What a reader sees for each layer.
LAYER_WORDS: Final = {
    "fact": "Reported fact",
    "judgment": "Author’s judgment",
    "context": "Our context",
    "hindsight": "Written with hindsight",
}
