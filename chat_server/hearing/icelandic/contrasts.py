"""Which of two sizes holds, in Icelandic."""

from __future__ import annotations

from chat_server.hearing.two_sizes import Contrast

from .words import KIN, found

CONTRAST = Contrast(
    swap=found(r"\b(?:skipt\w*|skiptum|breyt\w+|víxl\w+)\b"),
    corrected=found(r"\b(?:æ nei|nei,? (?:bíddu|annars|afsakið)|réttara sagt|fyrirgefið)(?!\w)"),
    past=found(
        r"\b(?:var|voru|áður|notaði|í fyrra|einu sinni|gleym\w+|lengur|fyrir (?:\w+ )?(?:árum|meðgöng\w+))\b"
    ),
    now=found(r"\b(?:núna|nú|orðin\w?|komin\w?|í dag|frekar|bara|í staðinn)\b"),
    unfit=found(
        r"\b(?:(?:of|allt ?of) (?:stór\w*|lít\w*|þröng\w*|víð\w*|löng\w*|stutt\w*|mjó\w*)|passa\w* (?:ekki|mér ekki)|þröng\w*|víð\w*|kemst ekki|komst ekki|get varla|gat varla|meið\w*|krepp\w*|flýtur|drukkna\w*)\b"
    ),
    usual=found(r"\b(?:vanalega|venjulega|yfirleitt|alltaf|oftast|annars)\b"),
    so=found(r"\b(?:svo|þannig að|því|þá)\b"),
    take=found(
        r"\b(?:tek|takk|þá|frekar|vil|vantar|þarf|hefði (?:verið|átt)|senda?|sendið|fá|fæ|skipt\w*|betra|höfum|rétt)\b"
    ),
    others=found(rf"\b(?:{KIN}|hann|hún|honum|henni|hans|hennar|þau|þeim)\b"),
    mine=found(r"\b(?:á mig|handa mér|fyrir mig|mér|ég|mín|minn)\b[^.?!]{0,14}\Z"),
)
