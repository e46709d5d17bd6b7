"""Flat drawings of what is worn on head, hands and feet, and of what is carried or kept at home."""

from __future__ import annotations

from .garments import Tones, mirrored


def hiking_boots(tones: Tones) -> str:
    """A laced ankle boot with a lugged sole."""
    upper = "M132 96H222L226 176C250 196 290 204 312 222Q326 236 324 268H122Q116 180 132 96Z"
    laces = "".join(f'<path d="M{204 + step * 7} {128 + step * 20}l30 -7" />' for step in range(5))
    return (
        f'<path d="{upper}" fill="{tones.base}"/>'
        f'<path d="M128 108Q124 96 136 90H218Q228 92 226 104L222 118H128Z" fill="{tones.shade}"/>'
        f'<path d="M122 268Q118 222 122 196C150 200 168 226 168 268Z" fill="{tones.shade}"/>'
        f'<path d="M268 268C268 236 292 222 312 222Q326 236 324 268Z" fill="{tones.light}"/>'
        f'<g stroke="#f0e9dc" stroke-width="6" stroke-linecap="round">{laces}</g>'
        + _sole("#2a2826")
    )


def light_hikers(tones: Tones) -> str:
    """A low boot in two tones with a light sole."""
    upper = "M136 140H216L232 184C256 204 296 208 314 226Q326 238 324 266H122Q118 196 136 140Z"
    laces = "".join(f'<path d="M{212 + step * 12} {158 + step * 16}l26 -10"/>' for step in range(4))
    return (
        f'<path d="{upper}" fill="{tones.base}"/>'
        f'<path d="M130 156Q128 138 142 134H212L218 156Z" fill="{tones.shade}"/>'
        f'<path d="M150 266 196 196 236 266Z" fill="{tones.light}" opacity=".7"/>'
        f'<path d="M276 266C276 240 296 226 314 226Q326 238 324 266Z" fill="{tones.shade}"/>'
        f'<g stroke="{tones.mark}" stroke-width="6" stroke-linecap="round">{laces}</g>'
        + _sole("#8b857a")
    )


def winter_boots(tones: Tones) -> str:
    """A high boot with a woollen rim."""
    return (
        f'<path d="M134 88H230V186C254 200 298 204 316 226Q326 240 324 268H122Q126 170 134 88Z" fill="{tones.base}"/>'
        '<path d="M126 70Q182 56 238 70Q246 88 236 106Q182 96 128 106Q118 88 126 70Z" fill="#ece4d4"/>'
        f'<path d="M128 148H230M126 204H236" stroke="{tones.shade}" stroke-width="13"/>'
        f'<rect x="196" y="139" width="24" height="18" rx="4" fill="{tones.light}"/>'
        f'<rect x="202" y="195" width="24" height="18" rx="4" fill="{tones.light}"/>'
        f'<path d="M270 268C272 238 298 222 316 226Q326 240 324 268Z" fill="{tones.shade}"/>'
        + _sole("#2a2826")
    )


def rubber_boots(tones: Tones) -> str:
    """A tall plain boot with a bright edge."""
    return (
        f'<path d="M138 62H232L236 196C262 208 302 210 318 232Q326 246 324 272H124Q134 160 138 62Z" fill="{tones.base}"/>'
        f'<path d="M138 62H232V82H137Z" fill="{tones.light}"/>'
        f'<path d="M156 100Q152 180 146 250" stroke="{tones.light}" stroke-width="7" stroke-linecap="round" fill="none"'
        f' opacity=".7"/><path d="M274 240Q300 236 320 244" stroke="{tones.light}" stroke-width="5" fill="none"/>'
        f'<path d="M118 270H328V284Q328 294 318 294H128Q118 294 118 284Z" fill="{tones.shade}"/>'
    )


def _sole(colour: str) -> str:
    lugs = "".join(f"M{x} 290v10" for x in range(132, 322, 22))
    return (
        f'<path d="M116 266H328V280Q328 292 316 292H128Q116 292 116 280Z" fill="{colour}"/>'
        f'<path d="{lugs}" stroke="{colour}" stroke-width="13"/>'
    )


def hat(tones: Tones) -> str:
    """A knitted cap with a folded brim."""
    ribs = "".join(f"M{x} 234V290" for x in range(112, 300, 16))
    rows = "M122 200Q200 176 278 200M134 166Q200 144 266 166"
    return (
        f'<path d="M106 244C100 150 140 92 200 92S300 150 294 244Z" fill="{tones.base}"/>'
        f'<path d="{rows}" fill="none" stroke="{tones.mark}" stroke-width="9" stroke-dasharray="8 7"/>'
        f'<rect x="96" y="230" width="208" height="64" rx="18" fill="{tones.shade}"/>'
        f'<path d="{ribs}" stroke="{tones.base}" stroke-width="4"/>'
    )


def bobble_hat(tones: Tones) -> str:
    """The knitted cap with a bobble."""
    threads = "".join(f'<circle cx="{200 + x}" cy="{78 + y}" r="17"/>' for x, y in _BOBBLE)
    return f'{hat(tones)}<g fill="{tones.light}">{threads}</g><circle cx="194" cy="72" r="14" fill="#fff" opacity=".25"/>'


_BOBBLE = ((-22, 0), (22, 0), (0, -22), (0, 20), (-16, -16), (16, -16), (-16, 15), (16, 15), (0, 0))


def trapper_hat(tones: Tones) -> str:
    """Ear flaps and a turned-up front, both lined."""
    flaps = mirrored(
        f'<path d="M112 170Q92 240 118 312Q140 326 152 306L156 200Z" fill="{tones.shade}"/>'
        '<path d="M126 196Q112 246 128 298Q140 306 146 294L150 206Z" fill="#ece4d4"/>'
    )
    return (
        flaps
        + f'<path d="M108 206C104 128 144 92 200 92S296 128 292 206Z" fill="{tones.base}"/>'
        + '<path d="M112 180Q200 152 288 180Q296 214 282 230Q200 206 118 230Q104 214 112 180Z" fill="#ece4d4"/>'
        + f'<path d="M200 96V160" stroke="{tones.shade}" stroke-width="4"/>'
    )


def headband(tones: Tones) -> str:
    """A broad knitted ring."""
    return (
        f'<path d="M92 196C92 140 308 140 308 196V232C308 176 92 176 92 232Z" fill="{tones.shade}"/>'
        f'<path d="M92 196C92 262 308 262 308 196V246C308 312 92 312 92 246Z" fill="{tones.base}"/>'
        f'<path d="M100 236C120 286 280 286 300 236" fill="none" stroke="{tones.light}" stroke-width="8"'
        ' stroke-dasharray="10 8"/>'
    )


def gloves(tones: Tones) -> str:
    """A pair with five fingers and a light fingertip."""
    fingers = "".join(
        f'<rect x="{98 + step * 20}" y="{top}" width="18" height="120" rx="9"/>'
        for step, top in _FINGERS
    )
    tips = "".join(
        f'<rect x="{98 + step * 20}" y="{top}" width="18" height="20" rx="9"/>'
        for step, top in _FINGERS[2:]
    )
    return mirrored(
        f'<g fill="{tones.base}">{fingers}<path d="M98 176H178V262Q178 274 166 274H110Q98 274 98 262Z"/>'
        '<path d="M172 214Q188 176 196 180Q204 188 190 224L176 250Z"/></g>'
        f'<g fill="{tones.light}">{tips}</g>'
        f'<rect x="100" y="262" width="76" height="54" rx="9" fill="{tones.shade}"/>'
        f'<path d="M100 282H176" stroke="{tones.mark}" stroke-width="6"/>'
    )


_FINGERS = ((0, 128), (1, 98), (2, 92), (3, 108))


def mittens(tones: Tones) -> str:
    """A pair with the eight-petalled rose."""
    petals = "".join(
        f'<path d="M138 176l9 -22 9 22 -9 10z" transform="rotate({turn} 147 190)"/>'
        for turn in range(0, 360, 45)
    )
    return mirrored(
        f'<path d="M104 150Q104 96 144 96T184 150V270H104Z" fill="{tones.base}"/>'
        f'<path d="M180 214Q190 172 198 176Q208 188 192 232L178 256Z" fill="{tones.base}"/>'
        f'<g fill="{tones.mark}" transform="translate(-3 -6)">{petals}</g>'
        f'<rect x="98" y="256" width="92" height="58" rx="12" fill="{tones.shade}"/>'
        f'<path d="M112 262V308M128 262V308M144 262V308M160 262V308M176 262V308" stroke="{tones.base}" stroke-width="4"/>'
    )


def ski_gloves(tones: Tones) -> str:
    """The gloves with a long cuff and a strap."""
    cuff = mirrored(
        f'<path d="M92 262H184L190 330H86Z" fill="{tones.shade}"/><path d="M90 284H186" stroke="{tones.light}" stroke-width="10"/>'
        f'<path d="M112 200H166" stroke="{tones.mark}" stroke-width="6" stroke-linecap="round"/>'
    )
    return gloves(tones) + cuff


def socks(tones: Tones) -> str:
    """A pair, toes to the right, with striped tops."""
    return _pair(tones, f'<path d="M0 18H62M0 34H62" stroke="{tones.light}" stroke-width="8"/>', 0)


def house_socks(tones: Tones) -> str:
    """The pair, thick, with rubber dots along the sole."""
    dots = "".join(
        f'<circle cx="{x}" cy="176" r="5" fill="{tones.mark}"/>' for x in range(42, 122, 16)
    )
    yoke = f'<path d="M4 44H58" stroke="{tones.light}" stroke-width="9" stroke-dasharray="7 6"/>'
    return _pair(tones, yoke + dots, 8)


def liner_socks(tones: Tones) -> str:
    """The pair, thin, with fine ribs."""
    ribs = "".join(f"M{x} 4V70" for x in range(8, 62, 9))
    return _pair(tones, f'<path d="{ribs}" stroke="{tones.shade}" stroke-width="3"/>', -6)


def _pair(tones: Tones, pattern: str, width: int) -> str:
    outline = f"M{-width} 0H62V104C70 124 124 124 130 156Q132 188 104 190H46C16 190 {-width} 170 {-width} 136Z"
    one = (
        f'<path d="{outline}" fill="{{fill}}"/><path d="M104 190Q132 188 130 156 126 138 106 130 92 162 104 190Z"'
        f' fill="{tones.shade}"/><path d="M{-width} 124Q28 128 36 188 {-width} 178 {-width} 136Z" fill="{tones.shade}"/>'
        f'<path d="M{-width} 0H62V10H{-width}Z" fill="{tones.shade}"/>{pattern}'
    )
    back = f'<g transform="translate(196 84) scale(1.12)">{one.format(fill=tones.light)}</g>'
    return back + f'<g transform="translate(92 108) scale(1.12)">{one.format(fill=tones.base)}</g>'


def blanket(tones: Tones) -> str:
    """Folded, striped, with fringes."""
    return _folded(
        tones,
        fringe=True,
        bands=f'<path d="M88 190H312M88 212H312" stroke="{tones.light}" stroke-width="10"/>',
    )


def throw(tones: Tones) -> str:
    """Folded, with a pattern of pillars."""
    pillars = "".join(f"M{x} 236V{204 - (x * 7) % 52}" for x in range(102, 308, 20))
    bands = f'<path d="{pillars}" stroke="{tones.light}" stroke-width="13" stroke-linecap="round"/>'
    return _folded(tones, fringe=False, bands=bands)


def _folded(tones: Tones, *, fringe: bool, bands: str) -> str:
    threads = "".join(f"M{x} 250v26" for x in range(92, 312, 9)) if fringe else ""
    return (
        f'<rect x="84" y="240" width="232" height="50" rx="22" fill="{tones.shade}"/>'
        f'<rect x="84" y="262" width="232" height="50" rx="22" fill="{tones.base}"/>'
        f'<path d="M106 287H316" stroke="{tones.shade}" stroke-width="4"/>'
        f'<path d="M84 150Q84 126 108 126H292Q316 126 316 150V252H84Z" fill="{tones.base}"/>'
        f'<path d="M84 150Q84 126 108 126H292Q316 126 316 150Q300 140 280 142H112Q94 142 84 150Z" fill="{tones.light}"/>'
        f'{bands}<path d="{threads}" stroke="{tones.light}" stroke-width="4"/>'
    )


def backpack(tones: Tones) -> str:
    """A roll-top with a front pocket and straps."""
    straps = mirrored(
        f'<path d="M126 150C92 170 92 260 118 300" fill="none" stroke="{tones.mark}" stroke-width="13"/>'
    )
    return (
        f'{straps}<path d="M178 92C178 66 222 66 222 92" fill="none" stroke="{tones.mark}" stroke-width="9"/>'
        f'<path d="M124 128Q124 104 148 104H252Q276 104 276 128L286 306Q286 330 262 330H138Q114 330 114 306Z" fill="{tones.base}"/>'
        f'<rect x="118" y="92" width="164" height="36" rx="15" fill="{tones.light}"/>'
        f'<path d="M136 214H264V296Q264 310 250 310H150Q136 310 136 296Z" fill="{tones.shade}"/>'
        f'<path d="M136 232H264" stroke="{tones.light}" stroke-width="5"/>'
        f'<path d="M164 128V206M236 128V206" stroke="{tones.mark}" stroke-width="10"/>'
        f'<rect x="155" y="156" width="18" height="14" rx="3" fill="{tones.light}"/>'
        f'<rect x="227" y="156" width="18" height="14" rx="3" fill="{tones.light}"/>'
    )


def duffel(tones: Tones) -> str:
    """A long barrel with two handles."""
    return (
        f'<path d="M148 172C148 98 252 98 252 172" fill="none" stroke="{tones.mark}" stroke-width="13"/>'
        f'<rect x="64" y="166" width="272" height="136" rx="52" fill="{tones.base}"/>'
        f'<path d="M116 166C86 180 86 288 116 302Q64 302 64 250V218Q64 166 116 166Z" fill="{tones.shade}"/>'
        f'<path d="M284 166C314 180 314 288 284 302Q336 302 336 250V218Q336 166 284 166Z" fill="{tones.shade}"/>'
        f'<path d="M110 192H290" stroke="{tones.light}" stroke-width="6" stroke-dasharray="9 5"/>'
        f'<path d="M148 172V302M252 172V302" stroke="{tones.mark}" stroke-width="13"/>'
        f'<rect x="172" y="220" width="56" height="40" rx="6" fill="{tones.light}" opacity=".8"/>'
    )


def tote(tones: Tones) -> str:
    """A canvas bag with the shop's mountain on it."""
    handles = mirrored(
        f'<path d="M158 150V116C158 84 182 72 200 72" fill="none" stroke="{tones.shade}" stroke-width="11"/>'
    )
    return (
        f'{handles}<path d="M106 148H294L304 312Q304 322 294 322H106Q96 322 96 312Z" fill="{tones.base}"/>'
        f'<path d="M106 148H294L295 164H105Z" fill="{tones.shade}"/>'
        f'<path d="M140 272 184 204 204 232 220 212 260 272Z" fill="{tones.mark}"/>'
        f'<path d="M184 204 204 232 196 238 186 226 174 236 168 229Z" fill="#fff" opacity=".85"/>'
    )


def mug(tones: Tones) -> str:
    """Stoneware with a run of glaze, steaming."""
    return (
        '<path d="M170 124q-14 -18 0 -34t0 -34M206 124q-14 -18 0 -34t0 -34M242 124q-14 -18 0 -34t0 -34" fill="none"'
        ' stroke="#fff" stroke-width="8" stroke-linecap="round" opacity=".75"/>'
        f'<path d="M272 182C338 172 338 276 268 268" fill="none" stroke="{tones.shade}" stroke-width="20"/>'
        f'<path d="M126 150H286L278 302Q276 322 256 322H156Q136 322 134 302Z" fill="{tones.base}"/>'
        f'<path d="M126 150H286L283 206C270 230 262 196 246 208S226 250 208 222 180 204 166 226 140 226 129 208Z"'
        f' fill="{tones.light}"/><ellipse cx="206" cy="150" rx="80" ry="15" fill="{tones.shade}"/>'
        '<ellipse cx="206" cy="152" rx="67" ry="10" fill="#3b2a20"/>'
    )


def travel_mug(tones: Tones) -> str:
    """A steel cup with a lid."""
    return (
        f'<path d="M136 116H264L250 326Q249 338 237 338H163Q151 338 150 326Z" fill="{tones.base}"/>'
        f'<path d="M150 116H172L180 338H163Q151 338 150 326Z" fill="{tones.light}" opacity=".6"/>'
        f'<path d="M141 194H259L255 254H145Z" fill="{tones.shade}"/>'
        '<path d="M128 96Q128 84 140 84H260Q272 84 272 96V120H128Z" fill="#2f2d2b"/>'
        '<rect x="152" y="66" width="60" height="22" rx="8" fill="#45423f"/>'
        f'<path d="M182 236 200 208 210 220 218 212 228 236Z" fill="{tones.light}"/>'
    )
