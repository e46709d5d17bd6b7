"""A person's name in an Icelandic sentence, and where it ends."""

from __future__ import annotations

from dataclasses import replace

from chat_server.hearing.given_names import GIVEN_NAMES
from chat_server.hearing.names import Name, read_name
from chat_server.hearing.no_names import NO_NAMES
from chat_server.hearing.text import Line

from .words import key

# Short forms and names that common lists leave out.
_MORE = frozenset(
    key(
        """
    addi addý alda aldís anita anney ari arndís arney arngrímur arnheiður atli álfrún álfheiður ársæll ástríður ásgerður ásgrímur bassi beta bergur bergþór berta bibba bína bjarni bjarney bjössi bogga bolli borghildur brandur breki bríet
    bryndís bubbi búi dadi daði daníel dísa diddi didda dóra dóri drífa dúna dúddi dögg eggert elías elín elli embla eysteinn eygló fannar fjóla fjölnir freydís friðgeir fríða frosti gauti gerður gestur gígja gísli glúmur gréta guðfinna guðjón guðlaugur
    guðríður guðsteinn gulli gummi gunna gunni gunnþór gústi gyða hadda halla halli hallfríður hallveig hallur haddi hanna hannes heiðrún hekla helena hella herborg hinrik hjörleifur hjörtur hófí hrefna hreiðar hugi hugrún hulda hörn ída ingunn ingveldur
    ísold ísleifur ívar jakobína jenný jens jói jóka jonni jódís jóel jökull júlli kalli kamilla kata katrín kiddi kidda klara kobbi kolla kolbeinn konni konráð kormákur kristbjörg kristel kristey krummi lalli lára laufey láki lena lilja linda ljótur lóa lóló lovísa lúlli
    magga maggi maja manni mæja máni már markús marinó mjöll mummi nanna natalía nína njáll nonni oddi oddrún ólína óli óttar ottó palli pési perla petrína rafn ragga raggi ragna ragnhildur ranka rebekka reynir ríkey róbert róslín runólfur rúna rut saga salka salvör salóme
    sigga siggi sigmar sigmundur signý sigurlaug sigursteinn sigurveig sigþór sigtryggur silla sirrý sísí skarphéðinn snæbjörn snædís snæfríður sóldís sólborg solla starkaður stebbi steina steindór steingerður steingrímur steini stella sturla styrmir sunneva sverrir svandís svana sveinbjörn
    sölvi sörli tanja teitur telma theodór tinna tobbi tóta tóti trausti tumi ugla ugi una urður vala valborg valdi valdimar valur váli vera vigga villi vilhelmína vigfús viddi vífill vídalín vopni ýmir ýr yrsa ylfa þráinn þuríður þórdís þóroddur þórólfur þorkell þorri þorvarður þrúður æsa öddi ögmundur öldu álfur önundur össi
    """
    ).split()
)
_NAMES = frozenset(key(name) for name in GIVEN_NAMES) | _MORE
_NO_NAME = frozenset(
    key(
        """
    bara mar hér hérna kominn komin að leita búin búinn með viss reið reiður ánægð ánægður í á frá af enn ennþá ekki svo mjög líka orðin orðinn þreytt þreyttur svangur svöng mamma pabbi kona karl maður stelpa strákur íslensk íslenskur
    pólsk pólskur þýsk dönsk norsk útlensk útlendingur nemi kennari læknir hjúkrunarfræðingur smiður bóndi sjómaður viðskiptavinur kaupandi hættur hætt flutt fluttur nýflutt nýfluttur búsett búsettur fædd fæddur laus upptekin upptekinn heima
    veik veikur stödd staddur í til um við ég eg það þetta þú hann hún þau þeir sú sá sem hvað hver hvernig hvenær jakki jakkinn peysa peysan húfa pakki pakkinn pöntun pöntunin sending sendingin stærð litur liturinn hekla esja laki vík búrfell askja katla hraun
    yfirleitt oftast alltaf venjulega núna nú nýr ný sjálf sjálfur ein einn tvö þrjú fimm alveg smá soldið dálítið of allt engin enginn ekkert sama góð góður glöð glaður sátt sáttur ósátt ósáttur óánægð óánægður vonsvikin vonsvikinn fúl fúll pirruð pirraður
    englar vestmannaeyingur akureyringur reykvíkingur hafnfirðingur húsvíkingur selfyssingur keflvíkingur norðlendingur sunnlendingur austfirðingur vestfirðingur hrifin hrifinn spennt spenntur forvitin forvitinn kerfisstjóri stjórnandi starfsmaður gestur skilið fínt flott frábært gott já nei takk ok vil vel skoða spá pæla hugsa hjá hljóta kannski örugglega líklega aftur einmitt akkúrat
    vinkona vinur systir bróðir sonur dóttir amma afi frænka frændi þarf má get gæti skiptir segi af hverju leyndarmál nafnið nafn heiti heitir bý búum nota kallaður kölluð en og eða því svo ekki heldur áfram
    """
    ).split()
)
_LAST_NAMES = (
    "son",
    "dottir",
    "sen",
    "bur",
    "dal",
    "berg",
    "fjord",
    "ars",
    "hansen",
    "blondal",
    "thorarensen",
    "briem",
)


def known(word: str) -> bool:
    """A given name, however its marks are typed."""
    return key(word) in _NAMES


def name_at(line: Line, start: int, end: int) -> Name | None:
    """The name that begins there."""
    name = read_name(line, start, end)
    if name is None:
        return None
    words = name.value.split()
    if _is_none(words[0], capital=name.capital):
        return None
    kept = [words[0]]
    for word in words[1:]:
        if not (
            known(word)
            or key(word).endswith(_LAST_NAMES)
            or (name.capital and not _is_none(word, capital=True))
        ):
            break
        kept.append(word)
    value = " ".join(kept)
    return replace(name, value=value, end=name.start + len(value), known=known(kept[0]))


def may_be_name(name: Name) -> bool:
    """Where other words than names are usual."""
    return name.known or name.capital


def _is_none(word: str, *, capital: bool) -> bool:
    low = key(word)
    if low in {"hekla", "bara", "mar", "gestur", "vik", "katla", "askja", "esja"}:
        return not capital or not known(word) or low == "bara"
    return low in _NO_NAME or (low in NO_NAMES and not known(word))
