"""Shares over dialogues of people who come more than once."""

from __future__ import annotations

from statistics import mean, variance

import pytest

from chat_server.domain.lift.clusters import Cluster, ratio, share
from chat_server.domain.lift.intervals import normal, student, wilson


def test_one_dialogue_each_is_the_mean_with_its_usual_variance() -> None:
    values = [1.0, 0.0, 1.0, 1.0, 3.0]
    found = ratio([Cluster(value, 1) for value in values])
    assert found.value == pytest.approx(mean(values))
    assert found.variance == pytest.approx(variance(values) / len(values))


def test_clusters_of_one_size_are_as_their_means() -> None:
    totals = [3.0, 1.0, 0.0, 2.0]
    found = ratio([Cluster(total, 4) for total in totals])
    means = [total / 4 for total in totals]
    assert found.value == pytest.approx(mean(means))
    assert found.variance == pytest.approx(variance(means) / len(means))


def test_the_same_dialogues_over_again_prove_no_more() -> None:
    once = [Cluster(value, 1) for value in (1, 0) * 50]
    thrice = [Cluster(3 * cluster.total, 3) for cluster in once]
    assert share(ratio(thrice), 300, 0.95) == share(ratio(once), 100, 0.95)


def test_a_weight_of_all_changes_nothing() -> None:
    plain = [Cluster(1, 2), Cluster(0, 1), Cluster(2, 2)]
    heavy = [Cluster(5 * cluster.total, 5 * cluster.base) for cluster in plain]
    assert ratio(heavy).value == pytest.approx(ratio(plain).value)
    assert ratio(heavy).variance == pytest.approx(ratio(plain).variance)


def test_where_all_are_alike_each_person_counts_once() -> None:
    nobody = [Cluster(0, 2)] * 50
    correction = (normal(0.95) / student(0.95, 49)) ** 2
    assert share(ratio(nobody), 100, 0.95) == wilson(0, 50 * correction, 0.95)
