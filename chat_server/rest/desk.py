"""The transcript desk."""

from __future__ import annotations

from chat_server.domain.agreement import Estimate
from chat_server.domain.desk import AuditLine, Plan
from chat_server.domain.ports import DialogueFilter
from chat_server.services.desk import Sheet
from chat_server.services.reveals import Reviewer
from chat_server.wire import desk as w
from chat_server.wire.rest import PageOf
from chat_server.wire.views import Reader, message_view

from .call import Call
from .paging import AuditQuery, next_cursor


async def coders(call: Call) -> PageOf[w.CandidateView]:
    """Who can code a sample."""
    found = await call.services.desk.coders(call.agent)
    return PageOf[w.CandidateView](
        items=[w.CandidateView(id=one.id, name=one.name) for one in found], next=None
    )


async def samples(call: Call) -> PageOf[w.SampleView]:
    """All samples, newest first."""
    found = await call.services.desk.samples(call.agent)
    me = call.agent.agent_id
    return PageOf[w.SampleView](items=[_sample(one, me) for one in found], next=None)


async def draw(call: Call) -> w.SampleSheet:
    """A new sample."""
    body: w.SampleBody = call.body
    plan = Plan(
        name=body.name,
        since=body.from_,
        until=body.to,
        size=body.size,
        by=body.by,
        seed=body.seed,
        codes=[{"name": one.name, "definition": one.definition} for one in body.codes],
        coders=tuple(body.coders),
    )
    wanted = DialogueFilter(
        since=body.from_,
        until=body.to,
        locale=body.language,
        element=body.element,
        inbox_id=await call.services.inboxes.id_of(body.inbox),
    )
    return _sheet(await call.services.desk.draw(call.agent, plan, wanted), call.agent.agent_id)


async def sample(call: Call) -> w.SampleSheet:
    """One sample and its dialogues."""
    found = await call.services.desk.sample(call.agent, call.path("id"))
    return _sheet(found, call.agent.agent_id)


async def dialogue(call: Call) -> w.ReadingView:
    """A dialogue of a sample, with masks for every reader."""
    conversation_id = call.path("conversation")
    found = await call.services.desk.read(call.agent, call.path("id"), conversation_id)
    return w.ReadingView(
        conversation_id=conversation_id,
        contact=found.contact_code,
        messages=[message_view(one, Reader.MARKETER) for one in found.messages],
        code=found.code,
    )


async def code(call: Call) -> w.CodeChoice:
    """Give a dialogue a code."""
    given = await call.services.desk.code(
        call.agent, call.path("id"), call.path("conversation"), call.body.code
    )
    return w.CodeChoice(code=given.code)


async def finish(call: Call) -> w.SampleSheet:
    """Say that one is done with a sample."""
    found = await call.services.desk.finish(call.agent, call.path("id"))
    return _sheet(found, call.agent.agent_id)


async def agreement(call: Call) -> w.AgreementView:
    """How far both coders agree, once both are done."""
    found = await call.services.desk.agreement(call.agent, call.path("id"))
    made = found.agreement
    return w.AgreementView(
        units=made.units,
        same=made.same,
        kappa=_estimate(made.kappa),
        alpha=_estimate(made.alpha),
        counts=[w.PairCount(first=a, second=b, count=n) for a, b, n in made.counts],
        disagreements=[
            w.Disagreement(conversation_id=one, first=first, second=second)
            for one, first, second in found.disagreements
        ],
    )


async def reveal(call: Call) -> w.Revealed:
    """Read a dialogue as it was written; the audit keeps who, when and why."""
    found = await call.services.reveals.reveal(call.agent, call.path("id"), call.body.reason)
    return w.Revealed(messages=[message_view(one, Reader.MARKETER) for one in found])


async def audit(call: Call) -> PageOf[w.AuditView]:
    """Who did what that others may have to answer for, newest first."""
    asked: AuditQuery = call.query
    found = await call.services.reveals.audit(call.agent, asked.wanted(), asked.piece())
    cursor = next_cursor(asked.limit, len(found), found[-1].at, found[-1].id) if found else None
    return PageOf[w.AuditView](items=[_line(one) for one in found], next=cursor)


async def reviewers(call: Call) -> PageOf[w.ReviewerView]:
    """Accounts that read with masks, and which of them may reveal."""
    found = await call.services.reveals.reviewers(call.agent)
    return PageOf[w.ReviewerView](items=[_reviewer(one) for one in found], next=None)


async def grant(call: Call) -> w.ReviewerView:
    """Give an account the right to reveal, or take it back."""
    body: w.GrantBody = call.body
    return _reviewer(
        await call.services.reveals.grant(call.agent, call.path("id"), may_reveal=body.may_reveal)
    )


def _sample(sheet: Sheet, reader: str) -> w.SampleView:
    one = sheet.sample
    return w.SampleView(
        id=one.id,
        name=one.name,
        created_at=one.created_at,
        from_=one.since,
        to=one.until,
        by=one.by,
        seed=one.seed,
        size=len(sheet.dialogues),
        codes=[w.CodeView(name=c["name"], definition=c["definition"]) for c in one.codes],
        coders=[
            w.CoderView(
                id=coder,
                name=sheet.names.get(coder, ""),
                coded=sheet.coded.get(coder, 0),
                done_at=one.done_at(coder),
            )
            for coder in one.coders
        ],
        mine=reader in one.coders,
        done=one.done,
    )


def _sheet(sheet: Sheet, reader: str) -> w.SampleSheet:
    return w.SampleSheet(
        sample=_sample(sheet, reader),
        dialogues=[
            w.SampledView(
                conversation_id=one.conversation_id,
                stratum=one.stratum,
                codes=sheet.codes.get(one.conversation_id, {}),
            )
            for one in sheet.dialogues
        ],
    )


def _estimate(one: Estimate) -> w.CoefficientView:
    return w.CoefficientView(value=one.value, low=one.low, high=one.high)


def _line(one: AuditLine) -> w.AuditView:
    return w.AuditView.model_validate(one)


def _reviewer(one: Reviewer) -> w.ReviewerView:
    return w.ReviewerView(id=one.agent.id, name=one.agent.name, may_reveal=one.may_reveal)
