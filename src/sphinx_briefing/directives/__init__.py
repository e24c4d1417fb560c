"""Floor 5: every word an editor may write, and how the answers of the Book are drawn as nodes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from docutils import nodes
from docutils.parsers.rst import Directive

from sphinx_briefing.directives.a_to_z import draw_a_to_z
from sphinx_briefing.directives.autolink import draw_autolink
from sphinx_briefing.directives.changes import draw_changes
from sphinx_briefing.directives.claim import ClaimWord
from sphinx_briefing.directives.coverage import draw_coverage
from sphinx_briefing.directives.depends_on import draw_depends_on
from sphinx_briefing.directives.discrepancy import DiscrepancyWord, draw_discrepancies, draw_discrepancy
from sphinx_briefing.directives.dossier import draw_dossier
from sphinx_briefing.directives.drawing import note_block
from sphinx_briefing.directives.entity import ActorWord, IssueWord, draw_identity, draw_status
from sphinx_briefing.directives.erratum import ErratumWord, draw_errata, draw_erratum
from sphinx_briefing.directives.event import EventWord
from sphinx_briefing.directives.figures import draw_figures
from sphinx_briefing.directives.imprint import draw_imprint
from sphinx_briefing.directives.judgment import JudgmentWord, ListWord, draw_judgment, draw_judgments
from sphinx_briefing.directives.layer import LayerWord
from sphinx_briefing.directives.ledger import draw_ledger
from sphinx_briefing.directives.lexeme import LexemeWord, draw_term
from sphinx_briefing.directives.matrix import draw_matrix
from sphinx_briefing.directives.mentions import draw_mentions
from sphinx_briefing.directives.network import draw_network
from sphinx_briefing.directives.pair import draw_pair
from sphinx_briefing.directives.position import PositionWord, draw_position
from sphinx_briefing.directives.quotation import QuotationWord, draw_quotation, draw_quotations
from sphinx_briefing.directives.relation import RelationWord, draw_relation
from sphinx_briefing.directives.roles import (
    AsideRole,
    CiteRole,
    FigureRole,
    MentionRole,
    QuoteRole,
    draw_cite,
    draw_mention,
)
from sphinx_briefing.directives.scale import draw_scale
from sphinx_briefing.directives.sources import draw_page_sources, draw_sources
from sphinx_briefing.directives.timeline import draw_timeline
from sphinx_briefing.directives.view import (
    AToZWord,
    ChangesWord,
    CoverageWord,
    DependsOnWord,
    DiscrepanciesWord,
    DossierWord,
    ErrataWord,
    FiguresWord,
    ImprintWord,
    JudgmentsWord,
    LedgerWord,
    MatrixWord,
    MentionsWord,
    NetworkWord,
    PairWord,
    QuotationsWord,
    ScaleWord,
    SourcesWord,
    TimelineWord,
)

Draw = Callable[[Any], list[nodes.Node]]

#: Every directive by its name.
WORDS: Final[Mapping[str, type[Directive]]] = {
    "actor": ActorWord,
    "issue": IssueWord,
    "position": PositionWord,
    "claim": ClaimWord,
    "relation": RelationWord,
    "judgment": JudgmentWord,
    "alternatives": ListWord,
    "indicators": ListWord,
    "event": EventWord,
    "lexeme": LexemeWord,
    "quotation": QuotationWord,
    "discrepancy": DiscrepancyWord,
    "erratum": ErratumWord,
    "layer": LayerWord,
    "dossier": DossierWord,
    "matrix": MatrixWord,
    "timeline": TimelineWord,
    "network": NetworkWord,
    "judgments": JudgmentsWord,
    "scale": ScaleWord,
    "mentions": MentionsWord,
    "sources": SourcesWord,
    "coverage": CoverageWord,
    "ledger": LedgerWord,
    "figures": FiguresWord,
    "discrepancies": DiscrepanciesWord,
    "quotations": QuotationsWord,
    "errata": ErrataWord,
    "changes": ChangesWord,
    "depends-on": DependsOnWord,
    "a-to-z": AToZWord,
    "pair": PairWord,
    "imprint": ImprintWord,
}

#: Every role by its name.
ROLES: Final[Mapping[str, Any]] = {
    "actor": MentionRole(),
    "issue": MentionRole(),
    "event": MentionRole(),
    "judgment": MentionRole(),
    "cite": CiteRole(),
    "quote": QuoteRole(),
    "computed": FigureRole(),
    "aside": AsideRole(),
}

#: How the answer of each view is drawn where a block stands.
DRAWINGS: Final[Mapping[str, Draw]] = {
    "dossier": draw_dossier,
    "matrix": draw_matrix,
    "timeline": draw_timeline,
    "network": draw_network,
    "judgments": draw_judgments,
    "scale": draw_scale,
    "mentions": draw_mentions,
    "sources": draw_sources,
    "coverage": draw_coverage,
    "ledger": draw_ledger,
    "figures": draw_figures,
    "discrepancies": draw_discrepancies,
    "quotations": draw_quotations,
    "errata": draw_errata,
    "changes": draw_changes,
    "depends-on": draw_depends_on,
    "a-to-z": draw_a_to_z,
    "pair": draw_pair,
    "imprint": draw_imprint,
    "notes": lambda notes: [note_block(note) for note in notes],
    "position": draw_position,
    "relation": draw_relation,
    "judgment": draw_judgment,
    "quotation": draw_quotation,
    "discrepancy": draw_discrepancy,
    "erratum": draw_erratum,
    "term": draw_term,
    "identity": draw_identity,
    "status": draw_status,
    "page-sources": draw_page_sources,
    "autolink": draw_autolink,
}

#: How the answer of each view is drawn in running text; the placeholder may hold words of its own.
MENTION_DRAWINGS: Final[Mapping[str, Callable[[Any, Any], list[nodes.Node]]]] = {
    "mention": draw_mention,
    "cite": draw_cite,
}
