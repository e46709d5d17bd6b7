"""Teams: groups of agents that conversations can be sent to."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Team:
    """Its members have its skills and speak its languages beside their own."""

    id: str
    name: str
    languages: list[str] = field(default_factory=list)
    skills: list[str] = field(default_factory=list)


@dataclass
class TeamMember:
    """One agent in one team."""

    team_id: str
    agent_id: str
