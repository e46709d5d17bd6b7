"""Use cases: what decides. They reach the driven side only through `domain.ports`."""
