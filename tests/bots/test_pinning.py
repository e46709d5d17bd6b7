"""A dialogue stays with its bot: few move when bots are added, and only its own when one goes."""

from __future__ import annotations

from collections import Counter
from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from chat_server.bots.pinning import preferred

NAMES = st.lists(st.text(max_size=30), min_size=1, max_size=8, unique=True)
FOUR = [f"bot-{number}:5005" for number in range(4)]
DIALOGUES = [f"dialogue {number}" for number in range(4_000)]


@given(st.text(max_size=40), NAMES, st.randoms(use_true_random=False))
def test_the_order_holds_all_and_does_not_hang_on_how_they_are_listed(
    dialogue: str, names: list[str], dice: object
) -> None:
    order = preferred(dialogue, names)
    assert sorted(order) == sorted(names)
    shuffled = list(names)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert preferred(dialogue, shuffled) == order


@given(st.text(max_size=40), NAMES, st.text(max_size=30))
def test_one_more_or_one_less_leaves_the_order_of_the_others(
    dialogue: str, names: list[str], other: str
) -> None:
    without = [name for name in names if name != other]
    order = preferred(dialogue, [*without, other])
    assert [name for name in order if name != other] == preferred(dialogue, without)


def test_dialogues_are_spread_evenly() -> None:
    counts = Counter(preferred(dialogue, FOUR)[0] for dialogue in DIALOGUES)
    assert set(counts) == set(FOUR)
    assert all(850 <= count <= 1150 for count in counts.values()), counts


def test_of_five_bots_the_new_one_gets_a_fifth_and_nobody_else_moves() -> None:
    moved = 0
    for dialogue in DIALOGUES:
        before, after = preferred(dialogue, FOUR)[0], preferred(dialogue, [*FOUR, "new:5005"])[0]
        moved += before != after
        assert after in {before, "new:5005"}
    assert 650 <= moved <= 950
    by_remainder = sum(crc32(one.encode()) % 4 != crc32(one.encode()) % 5 for one in DIALOGUES)
    assert by_remainder > 3 * moved


def test_dialogues_of_one_that_goes_are_spread_over_all_others() -> None:
    gone, rest = FOUR[0], FOUR[1:]
    heirs: Counter[str] = Counter()
    for dialogue in DIALOGUES:
        order = preferred(dialogue, FOUR)
        if order[0] == gone:
            assert preferred(dialogue, rest)[0] == order[1]
            heirs[order[1]] += 1
        else:
            assert preferred(dialogue, rest)[0] == order[0]
    assert set(heirs) == set(rest)
    assert min(heirs.values()) > 200
