"""The transcript desk: samples drawn and coded by two who do not see each other's codes, and their agreement."""

from __future__ import annotations

from dataclasses import dataclass

from chat_server.domain.agent import Agent
from chat_server.domain.agreement import Agreement, agreement
from chat_server.domain.desk import Coding, Plan, Sample, SampledDialogue
from chat_server.domain.errors import Conflict, Invalid, NotFound
from chat_server.domain.ids import new_id
from chat_server.domain.message import Message
from chat_server.domain.ports import Clock, DialogueFilter, Store, Transaction
from chat_server.domain.sampling import Draw, shared_out

from .access import RIGHTS, AgentCaller, Permission, require
from .masking import Masking, beside

# A dialogue is shown whole up to here.
_MOST_MESSAGES = 500


@dataclass(frozen=True)
class Sheet:
    """A sample with how far its coders are; `codes` of others are there once both are done."""

    sample: Sample
    dialogues: list[SampledDialogue]
    codes: dict[str, dict[str, str]]
    coded: dict[str, int]
    names: dict[str, str]


@dataclass(frozen=True)
class Result:
    """What both made of it; `disagreements` are dialogues with the codes of the first and the second."""

    sample: Sample
    agreement: Agreement
    disagreements: list[tuple[str, str, str]]


@dataclass(frozen=True)
class Reading:
    """One dialogue of a sample, with masks, and the reader's own code."""

    contact_code: str
    messages: list[Message]
    code: str | None


class Desk:
    """For who may review; what they read here has masks, whatever else they may read."""

    def __init__(self, store: Store, clock: Clock, masking: Masking) -> None:
        self._store = store
        self._clock = clock
        self._masking = masking

    async def coders(self, caller: AgentCaller) -> list[Agent]:
        """Who can be one, by name."""
        require(caller, Permission.REVIEW)
        async with self._store.read() as tx:
            return await _coders(tx)

    async def samples(self, caller: AgentCaller) -> list[Sheet]:
        """Newest first."""
        require(caller, Permission.REVIEW)
        async with self._store.read() as tx:
            return [await _sheet(tx, caller, one) for one in await tx.desk.samples()]

    async def sample(self, caller: AgentCaller, sample_id: str) -> Sheet:
        """With its dialogues."""
        require(caller, Permission.REVIEW)
        async with self._store.read() as tx:
            return await _sheet(tx, caller, _existing(await tx.desk.sample(sample_id)))

    async def draw(self, caller: AgentCaller, plan: Plan, wanted: DialogueFilter) -> Sheet:
        """A new sample; Invalid when nothing fits."""
        require(caller, Permission.REVIEW)
        async with self._store.read() as tx:
            plan.check({one.id for one in await _coders(tx)})
            chosen = await _drawn(tx, plan, wanted)
        if not chosen:
            raise Invalid("There is no dialogue in this period.", {"from": "nothing there"})
        sample = Sample(
            id=new_id(),
            name=plan.name,
            created_by=caller.agent_id,
            created_at=self._clock(),
            since=plan.since,
            until=plan.until,
            by=plan.by,
            seed=plan.seed,
            codes=plan.codes,
            first_coder=plan.coders[0],
            second_coder=plan.coders[1],
        )
        async with self._store.begin() as tx:
            # Who was erased since the draw is not in it.
            there = {one.id for one in await tx.conversations.by_ids([one for one, _ in chosen])}
            kept = [one for one in chosen if one[0] in there]
            tx.add(sample)
            await tx.flush()
            tx.add(
                *(
                    SampledDialogue(sample.id, dialogue_id, place, stratum)
                    for place, (dialogue_id, stratum) in enumerate(kept)
                )
            )
            await tx.flush()
            return await _sheet(tx, caller, sample)

    async def read(self, caller: AgentCaller, sample_id: str, conversation_id: str) -> Reading:
        """With masks for everybody: who wants to know more has to say why."""
        require(caller, Permission.REVIEW)
        async with self._store.read() as tx:
            sample = _existing(await tx.desk.sample(sample_id))
            await _require_sampled(tx, sample, conversation_id)
            (conversation,) = await tx.conversations.by_ids([conversation_id])
            found = await tx.messages.after(conversation.id, 0, _MOST_MESSAGES, public=True)
            own = await tx.desk.coding(sample.id, conversation_id, caller.agent_id)
            masks = await self._masking.of(tx, {conversation.contact_id})
        contact_id = conversation.contact_id
        shown = await beside(lambda: masks.dialogue(found, contact_id))
        code = self._masking.pseudonyms.of(contact_id)
        return Reading(code, shown, own.code if own else None)

    async def code(
        self, caller: AgentCaller, sample_id: str, conversation_id: str, code: str
    ) -> Coding:
        """Again until this coder is done."""
        require(caller, Permission.REVIEW)
        async with self._store.begin() as tx:
            sample = _existing(await tx.desk.lock(sample_id))
            sample.require_open(caller.agent_id)
            sample.require_code(code)
            await _require_sampled(tx, sample, conversation_id)
            held = await tx.desk.coding(sample.id, conversation_id, caller.agent_id)
            if held is None:
                held = Coding(
                    new_id(), sample.id, conversation_id, caller.agent_id, code, self._clock()
                )
                tx.add(held)
            held.code, held.at = code, self._clock()
            return held

    async def finish(self, caller: AgentCaller, sample_id: str) -> Sheet:
        """The caller is done; when both are, each sees what the other made of it."""
        require(caller, Permission.REVIEW)
        async with self._store.begin() as tx:
            sample = _existing(await tx.desk.lock(sample_id))
            sample.require_coder(caller.agent_id)
            own = {
                one.conversation_id
                for one in await tx.desk.codings(sample.id)
                if one.coder_id == caller.agent_id
            }
            dialogues = await tx.desk.dialogues(sample.id)
            missing = sum(1 for one in dialogues if one.conversation_id not in own)
            sample.finish(caller.agent_id, missing, self._clock())
            await tx.flush()
            return await _sheet(tx, caller, sample)

    async def agreement(self, caller: AgentCaller, sample_id: str) -> Result:
        """Conflict until both are done."""
        require(caller, Permission.REVIEW)
        async with self._store.read() as tx:
            sample = _existing(await tx.desk.sample(sample_id))
            if not sample.done:
                raise Conflict("Agreement is told when both coders are done.")
            sheet = await _sheet(tx, caller, sample)
        pairs = [
            (one.conversation_id, codes[sample.first_coder], codes[sample.second_coder])
            for one in sheet.dialogues
            if len(codes := sheet.codes.get(one.conversation_id, {})) == len(sample.coders)
        ]
        found = await beside(lambda: agreement([(a, b) for _, a, b in pairs], sample.seed))
        return Result(sample, found, [one for one in pairs if one[1] != one[2]])


async def _drawn(tx: Transaction, plan: Plan, wanted: DialogueFilter) -> list[tuple[str, str]]:
    """Dialogues and their strata; where some endings of ids are not enough for a stratum, all of it is looked at."""
    draw = Draw(plan.size, plan.seed)
    left_out = draw.left_out(await tx.desk.opened(wanted))
    strata = await tx.desk.strata(wanted, plan.by, left_out)
    shares = shared_out(plan.size, {name: one.dialogues for name, one in strata.items()})
    kept = {name: draw.first(shares[name], one.ids, left_out) for name, one in strata.items()}
    lacking = [name for name, share in shares.items() if len(kept[name]) < share]
    if lacking:
        whole = await tx.desk.strata(wanted, plan.by, only=lacking)
        kept |= {name: draw.first(shares[name], one.ids) for name, one in whole.items()}
    return draw.in_order((one, name) for name, ids in kept.items() for one in ids)


async def _sheet(tx: Transaction, caller: AgentCaller, sample: Sample) -> Sheet:
    codes: dict[str, dict[str, str]] = {}
    coded = dict.fromkeys(sample.coders, 0)
    for one in await tx.desk.codings(sample.id):
        coded[one.coder_id] = coded.get(one.coder_id, 0) + 1
        if sample.done or one.coder_id == caller.agent_id:
            codes.setdefault(one.conversation_id, {})[one.coder_id] = one.code
    names = {one.id: one.name for one in await tx.agents.all()}
    return Sheet(sample, await tx.desk.dialogues(sample.id), codes, coded, names)


async def _coders(tx: Transaction) -> list[Agent]:
    found = [
        one
        for one in await tx.agents.all()
        if one.removed_at is None and Permission.REVIEW in RIGHTS[one.role]
    ]
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


async def _require_sampled(tx: Transaction, sample: Sample, conversation_id: str) -> None:
    known = {one.conversation_id for one in await tx.desk.dialogues(sample.id)}
    if conversation_id not in known:
        raise NotFound("This dialogue is not in the sample.")


def _existing(sample: Sample | None) -> Sample:
    if sample is None:
        raise NotFound("There is no such sample.")
    return sample
