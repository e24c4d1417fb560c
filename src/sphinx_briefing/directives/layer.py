"""`{layer}`: fences what is not the source's, our context or hindsight."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.directives.base import Word
from sphinx_briefing.domain.nodes import make_block
from sphinx_briefing.model.suggestions import hint, one_of
from sphinx_briefing.model.vocabularies import FENCED_LAYERS, LAYER_WORDS


class LayerWord(Word):
    """Statements inside are of its layer. With hindsight off, a hindsight fence leaves nothing: no words, no facts."""

    def run(self) -> list[nodes.Node]:
        layer = self.line_text.strip().casefold()
        self.read_options({})
        if layer not in FENCED_LAYERS:
            self.problem(
                f"unknown layer `{self.line_text}`" if layer else "which layer?",
                hint(layer, FENCED_LAYERS, one_of(FENCED_LAYERS)),
            )
            return self.parse_content_to_nodes()
        if layer == "hindsight" and not self.domain_.options.hindsight:
            return []
        self.reading.layers.append(layer)
        try:
            body = self.parse_content_to_nodes()
        finally:
            self.reading.layers.pop()
        label = make_block("layer-label", nodes.Text(LAYER_WORDS[layer]), args={"layer": layer})
        return [make_block("layer", label, *body, args={"layer": layer}, classes=[layer])]
