"""Words that follow "I'm" or "this is" and are no name."""

from __future__ import annotations

# Where a name ends, and what is none though it follows "I'm".
NO_NAME = frozenset(
    """
    a able about afraid again all almost already also always an and angry annoyed are as
    asking at awful back bad be because been being between both broken but by called calling
    can confused could curious damaged did disappointed do does done down fed fine for from
    getting glad going good great had happy has have having her here him his hoping how
    hungry i'm if im in interested is it it's its just known late locked looking lost mad
    me might missing must my named need new no not now of off ok okay old on one only or
    our out over please ready really ridiculous right sad serious should sick so sorry
    speaking still stuck sure terrible testing that that's the their them then there these
    thinking this those tired to today tomorrow too trying two unable unacceptable under
    unhappy up upset us using very waiting want was were what when where who why with
    wondering worried would writing wrong you your
    """.split()  # noqa: SIM905 - a list would be one word a line
)

# Written with a capital and still no name.
NO_FIRST_NAME = frozenset(
    """
    american black british canadian chinese christmas danish dutch easter english french
    friday german grey hr icelandic italian japanese monday navy norwegian order polish red
    russian saturday size spanish sunday swedish thursday tuesday wednesday white
    """.split()  # noqa: SIM905 - a list would be one word a line
)
