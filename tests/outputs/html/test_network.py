"""The network as SVG: escaped, in order, its boxes links."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.domain.nodes import make_block
from sphinx_briefing.outputs.html.network import network_svg


def _network(*parts: nodes.Element) -> str:
    return network_svg(make_block("network", *parts, args={"title": 'A & "B"', "height": "120.0"}))  # type: ignore[arg-type]


def test_words_are_escaped_and_the_frame_is_named() -> None:
    html = _network(make_block("network-side", args={"name": "<Towns>", "x": "120"}))
    assert 'aria-label="A &amp; &quot;B&quot;"' in html
    assert "&lt;Towns&gt;" in html
    assert 'viewBox="0 0 720 120"' in html
    assert "style=" not in html


def test_a_box_is_a_link_where_its_actor_has_a_page() -> None:
    args = {"lines": "The harbor\nboard", "at": "120,60", "height": "36"}
    link = nodes.paragraph("", "", nodes.reference("", "x", refuri="../board.html#actor-board"))
    html = _network(make_block("network-node", link, args=args), make_block("network-node", args=args))
    assert html.count('<a class="node" href="../board.html#actor-board">') == 1
    assert html.count('<g class="node">') == 1
    assert html.count(">The harbor<") == 2


def test_a_line_is_dashed_or_solid_with_or_without_a_head() -> None:
    place = {"start": "1,2", "bend": "3,4", "end": "5,6"}
    html = _network(
        make_block("network-edge", args={**place, "head": "5,6 7,8 9,10", "solid": "yes"}),
        make_block("network-edge", args={**place, "head": "", "solid": "no"}),
    )
    assert html.count('d="M1,2Q3,4 5,6"') == 2
    assert html.count("<polygon") == 1
    assert html.count('class="edge dashed"') == 1


def test_each_kind_of_a_label_has_its_line() -> None:
    html = _network(make_block("network-label", args={"label": "asks, met", "at": "100,60"}))
    assert html.count('class="kind" x="100"') == 2
    assert '>asks,</text><text class="kind" x="100" y="70">met</text>' in html
