"""Help pages as HTML: every word of an article is escaped, and there is nothing in it that runs."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from chat_server.domain.help.article import Article, Block, BlockKind, Passage, Span
from chat_server.services.help_pages import Listed

from .help_words import ENGLISH, HelpWords, direction, is_worded, own_name, words_in

_SNIPPET, _LONGEST_WORD = 220, 30
# With fewer headings one sees them all at once.
_MANY = 3
_TAGS = {BlockKind.LIST: "ul", BlockKind.STEPS: "ol"}


def article_page(article: Article, languages: Iterable[str]) -> str:
    """One article with an anchor for every passage."""
    words = words_in(article.language)
    # What leads in stands before the list of what comes.
    lead = [one for one in article.passages[:1] if not one.heading]
    said = "".join(_passage(article, one) for one in lead)
    said += _contents(article, words)
    said += "".join(_passage(article, one) for one in article.passages[len(lead) :])
    body = (
        f'<p class="way"><a href="{_home(article.language)}">{escape(words.all_pages)}</a></p>'
        f'<article><h1 dir="auto">{escape(article.title)}</h1>{said}</article>'
    )
    others = {one: f"/help/{quote(one)}/{quote(article.slug)}" for one in languages}
    return _page(article.language, article.title, body, others)


def list_page(listed: Listed, asked: str) -> str:
    """All articles, or what was found."""
    words = words_in(listed.language)
    body = f"<h1>{escape(words.help)}</h1>"
    if asked:
        body += _found(listed, asked, words)
    else:
        items = "".join(_entry(article) for article in listed.articles)
        body += f'<p class="lead">{escape(words.lead)}</p><ul class="articles">{items}</ul>'
    others = {one: _home(one) for one in listed.languages}
    return _page(listed.language, words.help, body, others, asked)


def sorry_page(language: str, said: str) -> str:
    """What is shown instead of a page; it leads to all there are."""
    words = words_in(language)
    language = language if is_worded(language) else ENGLISH
    body = (
        f'<h1>{escape(words.help)}</h1><p class="lead" role="status">{escape(said)}</p>'
        f'<p class="way"><a href="/help">{escape(words.all_pages)}</a></p>'
    )
    return _page(language, words.help, body, {})


def _found(listed: Listed, asked: str, words: HelpWords) -> str:
    marked = f"<q><bdi>{escape(asked)}</bdi></q>"
    back = f'<p class="way"><a href="{_home(listed.language)}">{escape(words.all_pages)}</a></p>'
    if not listed.hits:
        said = escape(words.nothing).format(words=marked)
        return f'<p class="lead" role="status">{said}</p><p>{escape(words.nothing_more)}</p>{back}'
    items = ""
    for hit in listed.hits:
        short = _beginning(hit.passage.text.replace("\n", " "))
        heading = hit.passage.heading or hit.article.title
        under = (
            ""
            if heading == hit.article.title
            else f'<p class="under">{escape(hit.article.title)}</p>'
        )
        items += (
            f'<li><a href="{_path(hit.article, hit.passage)}" dir="auto">{escape(heading)}</a>{under}'
            f'<p dir="auto">{escape(short)}</p></li>'
        )
    said = escape(words.found).format(words=marked)
    return f'<p class="lead" role="status">{said}</p><ul class="articles">{items}</ul>{back}'


def _beginning(text: str) -> str:
    if len(text) <= _SNIPPET:
        return text
    words, _, rest = text[:_SNIPPET].rpartition(" ")
    # Thai and Chinese do not part their words.
    whole = words if len(rest) <= _LONGEST_WORD else text[:_SNIPPET]
    return whole.rstrip(" ,;:") + "\u2026"


def _entry(article: Article) -> str:
    first = article.passages[0].text if article.passages and not article.passages[0].heading else ""
    lead = f'<p dir="auto">{escape(first)}</p>' if first else ""
    return f'<li><a href="{_path(article)}" dir="auto">{escape(article.title)}</a>{lead}</li>'


def _contents(article: Article, words: HelpWords) -> str:
    headed = [passage for passage in article.passages if passage.heading]
    if len(headed) < _MANY:
        return ""
    items = "".join(
        f'<li><a href="#{escape(one.anchor)}">{escape(one.heading)}</a></li>' for one in headed
    )
    return f'<nav class="contents" aria-label="{escape(words.contents)}"><ul>{items}</ul></nav>'


def _passage(article: Article, passage: Passage) -> str:
    blocks = "".join(_block(block) for block in passage.blocks)
    if not passage.heading:
        return f'<div class="lead" dir="auto">{blocks}</div>'
    anchor = escape(passage.anchor)
    # Led to by its own heading, so that a passage can be passed on.
    return (
        f'<section id="{anchor}" dir="auto"><h2><a href="{_path(article, passage)}">'
        f"{escape(passage.heading)}</a></h2>{blocks}</section>"
    )


def _block(block: Block) -> str:
    lines = ["".join(_span(span) for span in line) for line in block.lines]
    if block.kind is BlockKind.HEADING:
        return f"<h3>{lines[0]}</h3>"
    if block.kind is BlockKind.PARAGRAPH:
        return f"<p>{lines[0]}</p>"
    tag = _TAGS[block.kind]
    return f"<{tag}>{''.join(f'<li>{line}</li>' for line in lines)}</{tag}>"


def _span(span: Span) -> str:
    words = escape(span.text)
    if span.link is not None:
        return f'<a href="{escape(span.link)}">{words}</a>'
    return f"<strong>{words}</strong>" if span.strong else words


def _page(language: str, title: str, body: str, others: dict[str, str], asked: str = "") -> str:
    words = words_in(language)
    search = escape(words.search)
    return (
        f'<!doctype html><html lang="{escape(language)}" dir="{direction(language)}"><head>'
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(title)}</title><link rel="stylesheet" href="/help.css"></head><body>'
        f'<header><a class="home" href="{_home(language)}">{escape(words.help)}</a>'
        f'<form role="search" action="{_home(language)}"><label class="sr-only" for="q">{search}</label>'
        f'<input id="q" name="q" type="search" maxlength="200" dir="auto" placeholder="{search}" '
        f'value="{escape(asked)}"><button>{escape(words.find)}</button></form></header>'
        f"<main>{body}</main>{_languages(language, others, words)}</body></html>"
    )


def _languages(language: str, others: dict[str, str], words: HelpWords) -> str:
    if len(others) <= 1:
        return ""
    items = ""
    for one, path in others.items():
        here = ' aria-current="true"' if one == language else ""
        tag = escape(one)
        items += f'<li><a href="{path}" hreflang="{tag}" lang="{tag}"{here}>{escape(own_name(one))}</a></li>'
    return f'<footer><nav aria-label="{escape(words.languages)}"><ul>{items}</ul></nav></footer>'


def _home(language: str) -> str:
    return f"/help/{quote(language)}"


def _path(article: Article, passage: Passage | None = None) -> str:
    anchor = f"#{quote(passage.anchor)}" if passage is not None and passage.anchor else ""
    return f"{_home(article.language)}/{quote(article.slug)}{anchor}"
