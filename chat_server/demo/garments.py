"""Flat drawings of what is worn on the body, on a field of 400 by 400.

Every drawing takes the tones of one colour and returns SVG elements; what is symmetric is drawn once and mirrored.
"""

from __future__ import annotations

from typing import NamedTuple


class Tones(NamedTuple):
    """One colour in four lights; `mark` is for seams and patterns and stands out from `base`."""

    base: str
    shade: str
    light: str
    mark: str


def mirrored(left: str) -> str:
    """`left` and its mirror image about the middle of the field."""
    return f'{left}<g transform="matrix(-1 0 0 1 400 0)">{left}</g>'


_BODY = (
    "M150 100Q200 126 250 100L268 109C280 115 284 124 284 138V306Q284 316 274 316H126Q116 316 116 306V138"
    "C116 124 120 115 132 109Z"
)
_SLEEVE = "M140 106C112 114 101 127 96 150L68 284C66 292 70 296 77 297L104 301C110 302 113 298 115 292L146 190Z"
_SHORT_SLEEVE = "M140 106C112 114 101 124 92 142L70 196C68 202 70 206 75 208L116 222 146 170Z"
_CUFF = '<path d="M71 272 68 284C66 292 70 296 77 297L104 301C110 302 113 298 115 292L119 280Z" fill="{}"/>'


def _torso(tones: Tones, body: str = _BODY, sleeve: str = _SLEEVE) -> str:
    arms = mirrored(f'<path d="{sleeve}" fill="{tones.shade}"/>')
    return f'{arms}<path d="{body}" fill="{tones.base}"/>'


def _hood(tones: Tones) -> str:
    return (
        f'<path d="M148 108C132 58 162 38 200 38S268 58 252 108Q200 136 148 108Z" fill="{tones.shade}"/>'
        f'<path d="M164 106C156 72 174 58 200 58S244 72 236 106Q200 126 164 106Z" fill="{tones.mark}" opacity=".55"/>'
    )


def _zip(tones: Tones, top: int = 113, bottom: int = 316) -> str:
    return (
        f'<path d="M200 {top}V{bottom}" stroke="{tones.mark}" stroke-width="5"/>'
        f'<rect x="196" y="{top + 6}" width="8" height="16" rx="3" fill="{tones.light}"/>'
    )


def _pockets(tones: Tones) -> str:
    return mirrored(
        f'<path d="M140 228 158 282" stroke="{tones.mark}" stroke-width="5" stroke-linecap="round" opacity=".8"/>'
    )


def _hem(tones: Tones) -> str:
    ribs = "".join(f"M{x} 298V314" for x in range(126, 280, 12))
    return (
        f'<path d="M116 296H284V306Q284 316 274 316H126Q116 316 116 306Z" fill="{tones.shade}"/>'
        f'<path d="{ribs}" stroke="{tones.base}" stroke-width="3"/>'
    )


def rain_jacket(tones: Tones) -> str:
    """A hooded shell with a shoulder panel."""
    panel = (
        f'<path d="M150 100Q200 126 250 100L268 109C280 115 284 124 284 138V160Q200 182 116 160V138'
        f'C116 124 120 115 132 109Z" fill="{tones.light}" opacity=".55"/>'
    )
    cuffs = mirrored(_CUFF.format(tones.mark))
    return _torso(tones) + panel + _hood(tones) + cuffs + _zip(tones) + _pockets(tones)


def softshell(tones: Tones) -> str:
    """A plain jacket with a standing collar and a chest pocket."""
    collar = f'<path d="M152 78Q200 92 248 78L252 104Q200 132 148 104Z" fill="{tones.shade}"/>'
    chest = (
        f'<path d="M226 158H258" stroke="{tones.mark}" stroke-width="5" stroke-linecap="round"/>'
    )
    return _torso(tones) + collar + _zip(tones, 92) + chest + _pockets(tones)


def windbreaker(tones: Tones) -> str:
    """A light shell with one broad band across the chest."""
    band = f'<path d="M116 176H284V218H116Z" fill="{tones.light}"/>'
    return (
        _torso(tones)
        + band
        + _hood(tones)
        + mirrored(_CUFF.format(tones.light))
        + _zip(tones)
        + _pockets(tones)
    )


def down_jacket(tones: Tones) -> str:
    """Quilted in rolls, with a padded collar."""
    seams = "".join(f"M116 {y}Q200 {y + 14} 284 {y}" for y in range(142, 312, 30))
    rolls = "".join(
        f"M{88 - step * 7} {176 + step * 30}Q{112 - step * 4} {190 + step * 30} {138 - step * 6} {184 + step * 30}"
        for step in range(4)
    )
    collar = f'<path d="M146 72Q200 90 254 72Q260 90 252 108Q200 134 148 108Q140 90 146 72Z" fill="{tones.light}"/>'
    return (
        _torso(tones)
        + f'<path d="{seams}" fill="none" stroke="{tones.shade}" stroke-width="5"/>'
        + f'<clipPath id="sleeve"><path d="{_SLEEVE}"/></clipPath>'
        + mirrored(
            f'<path d="{rolls}" fill="none" stroke="{tones.base}" stroke-width="4" clip-path="url(#sleeve)"/>'
        )
        + collar
        + _zip(tones, 84)
    )


def parka(tones: Tones) -> str:
    """Long, with a trimmed hood, flap pockets and a drawn waist."""
    body = _BODY.replace(
        "V306Q284 316 274 316H126Q116 316 116 306V138",
        "L292 350Q292 360 282 360H118Q108 360 108 350L116 138",
    )
    trim = (
        '<path d="M156 108C146 66 168 48 200 48S254 66 244 108" fill="none" stroke="#e9dfcb" stroke-width="15"'
        ' stroke-linecap="round"/>'
    )
    flaps = mirrored(f'<path d="M128 268H180V292Q154 300 128 292Z" fill="{tones.shade}"/>')
    waist = f'<path d="M114 236H286" stroke="{tones.shade}" stroke-width="5"/>'
    return _torso(tones, body) + _hood(tones) + trim + waist + flaps + _zip(tones, 113, 360)


def wool_sweater(tones: Tones) -> str:
    """A lopapeysa: rings of pattern about the neck."""
    rings = "".join(
        f'<circle cx="200" cy="78" r="{radius}" fill="none" stroke="{colour}" stroke-width="{width}"'
        f' stroke-dasharray="{dashes}"/>'
        for radius, colour, width, dashes in (
            (56, tones.mark, 7, "5 5"),
            (70, tones.light, 10, "9 6"),
            (85, tones.mark, 6, "none"),
            (97, tones.light, 8, "4 9"),
            (109, tones.mark, 5, "10 7"),
        )
    )
    clip = f'<clipPath id="yoke"><path d="{_BODY}"/><path d="{_SLEEVE}"/></clipPath>'
    neck = (
        f'<path d="M152 96Q200 124 248 96" fill="none" stroke="{tones.shade}" stroke-width="14"/>'
    )
    cuffs = mirrored(_CUFF.format(tones.base))
    return (
        _torso(tones) + f'{clip}<g clip-path="url(#yoke)">{rings}</g>' + neck + cuffs + _hem(tones)
    )


def merino_sweater(tones: Tones) -> str:
    """A plain crew neck."""
    neck = (
        f'<path d="M152 97Q200 125 248 97" fill="none" stroke="{tones.light}" stroke-width="12"/>'
    )
    stitches = f'<path d="M142 112Q134 150 134 200M258 112Q266 150 266 200" fill="none" stroke="{tones.shade}" stroke-width="3"/>'
    return _torso(tones) + neck + stitches + mirrored(_CUFF.format(tones.base)) + _hem(tones)


def roll_neck(tones: Tones) -> str:
    """A crew body with a tall folded neck and cables down the front."""
    cables = "".join(f"M{x} 136q12 14 0 28t0 28t0 28t0 28t0 28" for x in (160, 200, 240))
    neck = (
        f'<path d="M158 64Q200 76 242 64L250 104Q200 130 150 104Z" fill="{tones.light}"/>'
        f'<path d="M155 86Q200 102 245 86" fill="none" stroke="{tones.shade}" stroke-width="4"/>'
    )
    return (
        _torso(tones)
        + f'<path d="{cables}" fill="none" stroke="{tones.shade}" stroke-width="4"/>'
        + neck
        + mirrored(_CUFF.format(tones.base))
        + _hem(tones)
    )


def fleece(tones: Tones) -> str:
    """A high collar, a half zip and a chest pocket in another tone."""
    collar = f'<path d="M152 74Q200 90 248 74L252 104Q200 132 148 104Z" fill="{tones.light}"/>'
    chest = f'<rect x="222" y="146" width="44" height="48" rx="6" fill="{tones.light}"/>'
    return (
        _torso(tones) + collar + _zip(tones, 88, 190) + chest + mirrored(_CUFF.format(tones.light))
    )


def cardigan(tones: Tones) -> str:
    """Open at the neck, buttoned, with two pockets."""
    opening = '<path d="M152 98L200 206L248 98Q200 126 152 98Z" fill="#f2eee6"/>'
    edge = f'<path d="M150 100L200 206V316M250 100L200 206" fill="none" stroke="{tones.shade}" stroke-width="12"/>'
    buttons = "".join(
        f'<circle cx="200" cy="{y}" r="6" fill="{tones.mark}"/>' for y in (222, 250, 278, 304)
    )
    pockets = mirrored(
        f'<rect x="130" y="240" width="46" height="46" rx="5" fill="{tones.shade}" opacity=".8"/>'
    )
    return _torso(tones) + opening + edge + buttons + pockets + mirrored(_CUFF.format(tones.base))


def hoodie(tones: Tones) -> str:
    """A soft hood, drawstrings and one wide pocket."""
    strings = f'<path d="M184 118V172M216 118V168" stroke="{tones.light}" stroke-width="5" stroke-linecap="round"/>'
    pouch = f'<path d="M150 232H250L268 288H132Z" fill="{tones.shade}"/>'
    return (
        _torso(tones)
        + pouch
        + _hood(tones)
        + strings
        + mirrored(_CUFF.format(tones.base))
        + _hem(tones)
    )


def base_layer(tones: Tones) -> str:
    """Close-fitting, with flat seams over the shoulders."""
    seams = mirrored(
        f'<path d="M156 104Q126 150 128 316" fill="none" stroke="{tones.mark}" stroke-width="3"/>'
    )
    neck = f'<path d="M154 98Q200 120 246 98" fill="none" stroke="{tones.shade}" stroke-width="9"/>'
    return _torso(tones) + seams + neck


def tee(tones: Tones) -> str:
    """A short-sleeved shirt with a mountain on the chest."""
    neck = f'<path d="M153 98Q200 124 247 98" fill="none" stroke="{tones.shade}" stroke-width="9"/>'
    peak = (
        f'<path d="M164 214 190 174 202 190 214 178 238 214Z" fill="{tones.mark}" opacity=".75"/>'
    )
    return _torso(tones, sleeve=_SHORT_SLEEVE) + neck + peak


def flannel_shirt(tones: Tones) -> str:
    """Checked, with a collar and a row of buttons."""
    checks = "".join(f"M{x} 96V320" for x in range(130, 284, 28)) + "".join(
        f"M60 {y}H340" for y in range(130, 316, 28)
    )
    clip = f'<clipPath id="cloth"><path d="{_BODY}"/></clipPath>'
    weave = f'<path d="{checks}" stroke="{tones.shade}" stroke-width="9" opacity=".6" clip-path="url(#cloth)"/>'
    collar = mirrored(f'<path d="M150 96 200 120 172 146 144 110Z" fill="{tones.light}"/>')
    buttons = "".join(
        f'<circle cx="200" cy="{y}" r="4.5" fill="{tones.light}"/>' for y in range(152, 312, 32)
    )
    placket = f'<path d="M200 122V316" stroke="{tones.shade}" stroke-width="3"/>'
    return (
        _torso(tones)
        + clip
        + weave
        + placket
        + buttons
        + collar
        + mirrored(_CUFF.format(tones.base))
    )


def long_sleeved_shirt(tones: Tones) -> str:
    """Plain jersey with ribbed cuffs and a pocket."""
    neck = (
        f'<path d="M153 98Q200 124 247 98" fill="none" stroke="{tones.shade}" stroke-width="10"/>'
    )
    chest = f'<path d="M224 150H262V190L243 200 224 190Z" fill="{tones.shade}" opacity=".8"/>'
    return _torso(tones) + neck + chest + mirrored(_CUFF.format(tones.light))


_LEGS = "M142 64H258L284 348Q284 356 276 356H234Q227 356 226 349L200 158 174 349Q173 356 166 356H124Q116 356 116 348Z"


def trousers(tones: Tones) -> str:
    """Straight legs, slanted pockets, articulated knees."""
    knees = mirrored(
        f'<path d="M127 240Q150 250 184 240M126 262Q150 272 182 262" fill="none" stroke="{tones.shade}" stroke-width="4"/>'
    )
    pockets = mirrored(
        f'<path d="M146 104 164 84" stroke="{tones.mark}" stroke-width="5" stroke-linecap="round"/>'
    )
    return _legs(tones) + pockets + knees + _fly(tones)


def rain_trousers(tones: Tones) -> str:
    """Side zips from hip to hem."""
    zips = mirrored(
        f'<path d="M150 84 130 350" stroke="{tones.light}" stroke-width="6" stroke-dasharray="7 4"/>'
    )
    return _legs(tones) + zips


def cargo_trousers(tones: Tones) -> str:
    """Patch pockets on the thighs and doubled knees."""
    patches = mirrored(
        f'<rect x="126" y="172" width="42" height="50" rx="5" fill="{tones.shade}"/>'
        f'<path d="M126 186H168" stroke="{tones.mark}" stroke-width="4"/>'
        f'<path d="M122 250H180L178 300H120Z" fill="{tones.light}" opacity=".5"/>'
    )
    return _legs(tones) + patches + _fly(tones)


def leggings(tones: Tones) -> str:
    """Narrow legs under a broad waistband."""
    legs = "M146 70H254L240 350Q239 358 231 358H222Q214 358 214 350L200 170 186 350Q186 358 178 358H169Q161 358 160 350Z"
    band = f'<path d="M146 70H254L252 100H148Z" fill="{tones.shade}"/>'
    seams = mirrored(
        f'<path d="M164 104Q160 220 172 352" fill="none" stroke="{tones.light}" stroke-width="3"/>'
    )
    return f'<path d="{legs}" fill="{tones.base}"/>{band}{seams}'


def _legs(tones: Tones) -> str:
    return (
        f'<path d="{_LEGS}" fill="{tones.base}"/><path d="M142 64H258L260 86H140Z" fill="{tones.shade}"/>'
        f'<circle cx="200" cy="75" r="5" fill="{tones.light}"/>'
    )


def _fly(tones: Tones) -> str:
    return f'<path d="M200 86V150" stroke="{tones.shade}" stroke-width="4"/>'
