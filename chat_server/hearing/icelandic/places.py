"""Towns and countries as they are called by themselves: "í Kópavogi" is Kópavogur."""

from __future__ import annotations

import re

from chat_server.hearing.text import Line

from .words import key

_TABLE = {
    key(form): town
    for town, forms in {
        "Reykjavík": "reykjavík reykjavíkur rvk rvík borginni", "Kópavogur": "kópavogi kópavogur kópavog kópavogs kóp", "Akureyri": "akureyri akureyrar ak", "Hafnarfjörður": "hafnarfirði hafnarfjörður hafnarfjörð hafnarfjarðar hfj", "Garðabær": "garðabæ garðabær garðabæjar", "Mosfellsbær": "mosfellsbæ mosfellsbær mosfellsbæjar mosó",
        "Selfoss": "selfossi selfoss", "Keflavík": "keflavík keflavíkur kef", "Reykjanesbær": "reykjanesbæ reykjanesbær", "Akranes": "akranesi akranes akraness skaganum", "Ísafjörður": "ísafirði ísafjörður ísafjörð ísafjarðar", "Egilsstaðir": "egilsstöðum egilsstaðir egilsstaða egilsstaði", "Húsavík": "húsavík húsavíkur",
        "Vestmannaeyjar": "vestmannaeyjum vestmannaeyjar vestmannaeyja eyjum", "Borgarnes": "borgarnesi borgarnes borgarness", "Hveragerði": "hveragerði hveragerðis", "Höfn": "höfn hafnar hornafirði", "Seltjarnarnes": "seltjarnarnesi seltjarnarnes nesinu", "Grindavík": "grindavík grindavíkur", "Kaupmannahöfn": "kaupmannahöfn kaupmannahafnar köben",
        "Osló": "osló oslo oslóar", "Berlín": "berlín berlínar", "London": "london lundúnum lundúna", "Stokkhólmur": "stokkhólmi stokkhólmur stokkhólms", "Bergen": "bergen", "Danmörk": "danmörku danmörk danmerkur", "Noregur": "noregi noregur noregs", "Svíþjóð": "svíþjóð svíþjóðar", "Þýskaland": "þýskalandi þýskaland þýskalands",
        "Ísland": "íslandi ísland íslands", "Spánn": "spáni spánn spánar", "París": "parís parísar", "Bandaríkin": "bandaríkjunum bandaríkin bandaríkjanna", "Árósar": "árósum árósar árósa", "Vík": "vík víkur vík í mýrdal", "Dalvík": "dalvík dalvíkur", "Þorlákshöfn": "þorlákshöfn þorlákshafnar", "Siglufjörður": "siglufirði siglufjörður siglufjarðar sigló",
        "Vesturbærinn": "vesturbænum vesturbæ vesturbærinn", "Breiðholt": "breiðholti breiðholt breiðholtinu", "Grafarvogur": "grafarvogi grafarvogur", "Árbær": "árbæ árbænum árbær", "Hlíðar": "hlíðunum", "Laugardalur": "laugardal", "Kársnes": "kársnesi", "Hella": "hellu hella", "Hvolsvöllur": "hvolsvelli hvolsvöllur", "Blönduós": "blönduósi blönduós", "Neskaupstaður": "neskaupstað neskaupstaður neskaupstaðar",
        "Reyðarfjörður": "reyðarfirði", "Sandgerði": "sandgerði", "Flateyri": "flateyri", "Þingeyri": "þingeyri", "Ólafsvík": "ólafsvík", "Bolungarvík": "bolungarvík bolungarvíkur", "Færeyjar": "færeyjum færeyjar færeyja", "Finnland": "finnlandi finnland finnlands", "Bretland": "bretlandi bretland bretlands", "England": "englandi", "Pólland": "póllandi póllands", "Grænland": "grænlandi grænlands", "Frakkland": "frakklandi",
        "Helsinki": "helsinki", "Gautaborg": "gautaborg gautaborgar", "Malmö": "malmö malmo", "Þrándheimur": "þrándheimi", "Stavanger": "stavanger", "Amsterdam": "amsterdam", "Hólmavík": "hólmavík", "Varmahlíð": "varmahlíð", "Laugarvatn": "laugarvatni", "Suðurland": "suðurlandi", "Austurland": "austurlandi", "Vestfirðir": "vestfjörðum", "Norðurland": "norðurlandi", "Austfirðir": "austfjörðum", "Snæfellsnes": "snæfellsnesi", "Mývatn": "mývatni mývatnssveit",
    }.items()
    for form in forms.split()
}  # fmt: skip
# Endings in the cases after "í", "á", "til", and what stands there by itself.
_ENDINGS = (
    ("firði", "fjörður"), ("fjarðar", "fjörður"), ("fjörð", "fjörður"), ("vogi", "vogur"), ("vogs", "vogur"), ("nesi", "nes"), ("ness", "nes"), ("stöðum", "staðir"), ("staða", "staðir"), ("fjörður", "fjörður"), ("hólmur", "hólmur"), ("staðir", "staðir"), ("vogur", "vogur"), ("staði", "staðir"), ("hólm", "hólmur"), ("vog", "vogur"), ("hólmi", "hólmur"), ("hólms", "hólmur"), ("króki", "krókur"), ("króks", "krókur"), ("krók", "krókur"), ("fossi", "foss"), ("bænum", "bær"), ("bæjar", "bær"), ("bæ", "bær"),
    ("landi", "land"), ("lands", "land"), ("víkur", "vík"), ("hafnar", "höfn"), ("vatni", "vatn"), ("ósi", "ós"), ("velli", "völlur"), ("dal", "dalur"), ("eyjum", "eyjar"), ("strönd", "strönd"), ("hvammi", "hvammur"), ("holti", "holt"), ("felli", "fell"), ("heimi", "heimur"), ("borgar", "borg"), ("klaustri", "klaustur"), ("hreppi", "hreppur"), ("sveit", "sveit"),
)  # fmt: skip
_KEYS = tuple((key(ending), plain) for ending, plain in _ENDINGS)
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NO_PLACE = frozenset(
    key(
        "íslandi sveit bænum bæ hús húsi blokk íbúð leiðinni morgun morgnana kvöldin mánudag þriðjudag miðvikudag fimmtudag föstudag laugardag sunnudag janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember vetur sumar haust vor dag kvöld jólin páskum heklu esju kringlunni smáralind ferð fjöllum netinu"
    ).split()
) - {key("íslandi")}  # fmt: skip


def town_at(
    line: Line, start: int, end: int, *, known_only: bool = False
) -> tuple[str, int] | None:
    """The place that begins there, by its own name, and where it ends."""
    first = _TOKEN.match(line.text, start, end)
    if first is None:
        return None
    said = first.group()
    low = key(said)
    if low in _TABLE:
        return _TABLE[low], first.end()
    if low in _NO_PLACE:
        return None
    for ending, plain in _KEYS:
        if (
            low.endswith(ending)
            and len(low) > len(ending) + 1
            and (line.capital(start) or len(ending) > len("bænu"))
        ):
            cut = _length(said, ending)
            return f"{said[:1].upper()}{said[1:cut]}{plain}", first.end()
    if known_only or not line.capital(start):
        return None
    last = first.end()
    second = _TOKEN.match(line.text, last + 1, end) if line.text[last : last + 1] == " " else None
    if second is not None and second.group()[0].isupper():
        last = second.end()
    return line.text[start:last], last


def is_place(word: str) -> bool:
    """Whether it is in the list."""
    return key(word) in _TABLE


def _length(said: str, ending: str) -> int:
    """Where the ending begins in the word as it was typed."""
    return next(cut for cut in range(len(said), -1, -1) if key(said[cut:]) == ending)
