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
RELIABILITIES: Final = ("A", "B", "C")

#: What a reader sees for each layer.
LAYER_WORDS: Final = {
    "fact": "Reported fact",
    "judgment": "Author’s judgment",
    "context": "Our context",
    "hindsight": "Written with hindsight",
}
