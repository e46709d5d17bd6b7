"""An article is cut into passages, and is words only."""

from __future__ import annotations

import pytest

from chat_server.domain.help.article import BlockKind, Span, read

TEXT = """\
# Returns

It takes *two* minutes.

## How do I send it back? {#start}

Tell us **in the chat**, or see [the page](/returns).

1. Pack it.
2. Hand it in
   at the post office.

### In short

- free in the EU
- thirty days

## And then?

Wait.
"""


def test_a_heading_begins_a_passage_and_names_it() -> None:
    article = read(TEXT, "en", "returns")
    assert article.title == "Returns"
    assert [(one.anchor, one.heading) for one in article.passages] == [
        ("", ""),
        ("start", "How do I send it back?"),
        ("p2", "And then?"),
    ]
    assert article.place(article.passages[1]).path == "/help/en/returns#start"
    assert article.place(article.passages[0]).path == "/help/en/returns"


def test_paragraphs_steps_lists_and_small_headings_are_told_apart() -> None:
    blocks = read(TEXT, "en", "returns").passages[1].blocks
    assert [block.kind for block in blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.STEPS,
        BlockKind.HEADING,
        BlockKind.LIST,
    ]
    assert blocks[0].lines[0] == (
        Span("Tell us "),
        Span("in the chat", strong=True),
        Span(", or see "),
        Span("the page", link="/returns"),
        Span("."),
    )
    assert blocks[1].text == "Pack it.\nHand it in at the post office."


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "//evil.example", "/\\evil.example", "data:text/html,x", ""]
)
def test_only_pages_and_mail_are_led_to(address: str) -> None:
    passage = read(f"[here]({address})", "en", "x").passages[0]
    assert [span.link for span in passage.blocks[0].lines[0] if span.text == "here"] == [None]


def test_lines_of_chinese_go_on_without_a_space_and_others_with_one() -> None:
    assert read("把商品\n包好", "zh-TW", "x").passages[0].text == "把商品包好"
    assert read("pack\nit", "en", "x").passages[0].text == "pack it"


def test_what_says_nothing_is_no_passage() -> None:
    assert read("", "en", "x").passages == ()
    assert read("# Title\n\n## Empty\n", "en", "x").passages == ()
