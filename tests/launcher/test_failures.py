"""What a tool printed becomes the sentence that helps."""

from __future__ import annotations

import errno
import os

import pytest

from launcher.failures import from_os_error, meaning_of


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("error: could not write: No space left on device (os error 28)", "disk is full"),
        ("npm error code ENOSPC", "disk is full"),
        ("sqlite3.OperationalError: database or disk is full", "disk is full"),
        ("error: command 'gcc' failed: No such file or directory", "no C compiler"),
        ("npm error code ENOTFOUND\nnpm error network request failed", "could not be reached"),
        (
            "error: Request failed after 3 retries\n  Caused by: dns error: failed to lookup",
            "could not be reached",
        ),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS", "not the one"),
        ("npm error code EINTEGRITY", "not the one"),
        ("error: failed to create file: Permission denied (os error 13)", "who owns"),
        ("MemoryError: Unable to allocate 2 GiB", "out of memory"),
    ],
)
def test_known_failures_have_a_sentence(output: str, words: str) -> None:
    sentence = meaning_of(output)
    assert sentence is not None
    assert words in sentence
    assert "\n" not in sentence


def test_a_full_disk_explains_the_failed_download_it_causes() -> None:
    both = "error: Failed to fetch: wheel\n  Caused by: No space left on device (os error 28)"
    sentence = meaning_of(both)
    assert sentence is not None
    assert "disk is full" in sentence


def test_unknown_output_gets_no_invented_reason() -> None:
    assert meaning_of("SyntaxError: invalid syntax") is None


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full (/var/x)"),
        (errno.EROFS, "could not be written (/var/x)"),
        (errno.EIO, "Input/output error (/var/x)"),
    ],
)
def test_system_errors_name_the_file(number: int, words: str) -> None:
    error = OSError(number, os.strerror(number), "/var/x")
    assert words in str(from_os_error(error))
