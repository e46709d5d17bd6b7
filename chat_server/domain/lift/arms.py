"""Both arms summed up, so that days make periods: sums over dialogues, and over pairs of dialogues of one person.

A person's dialogues are one draw, so the variance needs squares of what belongs to a person. The square of a sum is the sum of squares and of
twice the products of pairs; each pair is counted with its later dialogue, by the day of the earlier one: it is in a period when both are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from chat_server.domain.hold_out import Arm

from .clusters import Sums, ratio_of_sums
from .comparison import ARMS, ENOUGH, Sample

# Outcomes that a dialogue has or has not, and the one that is a number and not there for all.
PLAIN = ("resolved", "asked_again", "handed_off")
RATING, ORDERED = "rating", "ordered"
# Of whom people are counted: those with a dialogue, and those who rated one.
ALL, RATED = "all", "rated"


@dataclass(frozen=True)
class Buyer:
    """A contact's dialogues of an arm in a period, of one share, and how many of them an order followed."""

    contact_id: str
    arm: Arm
    share: int
    dialogues: int
    ordered: int


@dataclass
class ArmTally:
    """`single` counts by (arm, share), `pairs` by (arm, share, share of the earlier one), `people` by (arm, of whom)."""

    single: dict[tuple[Arm, int], Counter[str]] = field(default_factory=dict)
    pairs: dict[tuple[Arm, int, int], Counter[str]] = field(default_factory=dict)
    people: Counter[tuple[Arm, str]] = field(default_factory=Counter)
    buyers: list[Buyer] = field(default_factory=list)

    def add(self, arm: Arm, share: int, counts: Mapping[str, int]) -> None:
        """So many dialogues more."""
        self.single.setdefault((arm, share), Counter()).update(counts)

    def pair(self, arm: Arm, share: int, before: int, counts: Mapping[str, int]) -> None:
        """So many pairs more."""
        self.pairs.setdefault((arm, share, before), Counter()).update(counts)

    def samples(self) -> dict[str, dict[Arm, Sample]]:
        """By measure and arm."""
        names = (*PLAIN, RATING, ORDERED)
        return {name: {arm: self._sample(name, arm) for arm in ARMS} for name in names}

    def _sample(self, name: str, arm: Arm) -> Sample:
        people = self.people[arm, RATED if name == RATING else ALL]
        n = "rated" if name == RATING else "dialogues"
        dialogues = sum(counts[n] for (of, _), counts in self.single.items() if of is arm)
        if people < ENOUGH:
            return Sample(people, dialogues, None)
        sums = self._ordered(arm, people) if name == ORDERED else self._sums(name, arm, people)
        return Sample(people, dialogues, ratio_of_sums(sums))

    def _sums(self, name: str, arm: Arm, people: int) -> Sums:
        """Of outcomes that a dialogue has itself."""
        rating = name == RATING
        n, square = ("rated", "rating_squared") if rating else ("dialogues", name)
        total, base, squared, products, bases = (Fraction(0) for _ in range(5))
        for (of, share), counts in self.single.items():
            if of is arm:
                weight = _weight(arm, share)
                total += weight * counts[name]
                base += weight * counts[n]
                squared += weight**2 * counts[square]
                products += weight**2 * counts[name]
                bases += weight**2 * counts[n]
        pairs = "rated" if rating else "pairs"
        for (of, share, before), counts in self.pairs.items():
            if of is arm:
                weight = _weight(arm, share) * _weight(arm, before)
                squared += 2 * weight * counts[f"{name}_both"]
                products += weight * counts[f"{name}_sum"]
                bases += 2 * weight * counts[pairs]
        return Sums(people, total, base, squared, products, bases)

    def _ordered(self, arm: Arm, people: int) -> Sums:
        """Orders come and go in the shop, so they are looked up; who ordered nothing has nothing but a base."""
        plain = self._sums(PLAIN[0], arm, people)
        theirs: dict[str, list[Buyer]] = defaultdict(list)
        for one in self.buyers:
            if one.arm is arm:
                theirs[one.contact_id].append(one)
        # Of most people all dialogues have one share: whole numbers are added, by the share that they are weighted for.
        whole: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
        total, squared, products = Fraction(0), Fraction(0), Fraction(0)
        for own in theirs.values():
            if len(own) == 1:
                (one,) = own
                sums = whole[one.share]
                sums[0] += one.ordered
                sums[1] += one.ordered**2
                sums[2] += one.ordered * one.dialogues
            else:
                ordered = _sum(_weight(arm, one.share) * one.ordered for one in own)
                total += ordered
                squared += ordered**2
                products += ordered * _sum(_weight(arm, one.share) * one.dialogues for one in own)
        for share, sums in whole.items():
            weight = _weight(arm, share)
            total += weight * sums[0]
            squared += weight**2 * sums[1]
            products += weight**2 * sums[2]
        return Sums(people, total, plain.base, squared, products, plain.bases_squared)


def _weight(arm: Arm, share: int) -> Fraction:
    """As `Outcome.weight`, in full."""
    return Fraction(100, share if arm is Arm.HELD_OUT else 100 - share)


def _sum(values: Iterable[Fraction]) -> Fraction:
    return sum(values, Fraction(0))
