"""`make train-hearing`: learns from `hearing_data/` what the hub's second ear knows; half an hour of two cores."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from chat_server.domain.facts.marked import Claim
from chat_server.recall.ear import files
from chat_server.recall.ear.look import KINDS, STATES
from chat_server.recall.ear.network import Network

from .certainty import LIMITS, certainty, told_of
from .corpus import HEARING_DATA, BadLine, Example, again, aside, digest, learned, load
from .figures import both, rules_alone
from .judging import Judged, Looked, judged, looked
from .tables import taught_before, values_of, write_lines, write_pretrained

_WORK = Path(__file__).resolve().parents[1] / "var" / "hearing"
_TEACHING = Path(__file__).with_name("teaching.py")


def main(arguments: list[str] | None = None) -> int:
    """Writes what was learned into the package, and says what comes of it on the lines that were kept aside."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, default=HEARING_DATA)
    parser.add_argument("--into", type=Path, default=files.FOLDER)
    parser.add_argument("--work", type=Path, default=_WORK, help="where tables of numbers lie")
    parser.add_argument(
        "--teacher", help="a Python that has PyTorch; without, what `--work` holds is taken"
    )
    parser.add_argument("--figures", action="store_true", help="learn nothing, only measure")
    parser.add_argument(
        "--further",
        nargs="+",
        metavar="FILE",
        help="begin with the layers there are: all lines of these (en/f1 …), a share of the others",
    )
    options = parser.parse_args(arguments)
    try:
        examples = load(options.data)
        kept = aside(options.data)
        to_teach = again(examples, kept, options.further) if options.further else examples
    except BadLine as error:
        _say(f"train-hearing: {error}")
        return 1
    values = values_of(examples)
    if not options.figures:
        _teach(to_teach, kept, values, options)
    # More threads would add up in another order each time.
    with threadpool_limits(1):
        lines = _looked([one for one in examples if one.batch in kept], values, options.into)
        found = [each for one in lines for each in judged(one)]
        if not options.figures:
            _write(examples, values, found, digest(options.data), options.into)
            learned(options.data)
        _say(f"{len(examples)} lines, {len(lines)} of them kept aside")
        _say(f"rules: {rules_alone(lines)}")
        _say(f"both ears: {both(lines, found, LIMITS)}")
    return 0


def _teach(
    examples: list[Example], kept: set[str], values: Sequence[str], options: argparse.Namespace
) -> None:
    """The upper layers, in another process with another Python."""
    work: Path = options.work
    work.mkdir(parents=True, exist_ok=True)
    if options.teacher:
        known = taught_before(options.into, values) if options.further else {}
        write_lines(work / "lines.npz", examples, values, [one.batch in kept for one in examples])
        write_pretrained(work / "pretrained.npz", work / "lines.npz", known)
        subprocess.run([options.teacher, _TEACHING, work], check=True)  # noqa: S603 - our own
    options.into.mkdir(parents=True, exist_ok=True)
    with np.load(work / "taught.npz") as taught:
        numbers = sorted({int(name.split(".")[0]) for name in taught.files if name[0].isdigit()})
        for number in numbers:
            layer = {
                name.partition(".")[2]: taught[name]
                for name in taught.files
                if name.startswith(f"{number}.")
            }
            files.packed(options.into / files.LAYER.format(number), layer)
        files.packed(options.into / files.HEAD, {"w": taught["head.w"], "b": taught["head.b"]})


def _looked(examples: Sequence[Example], values: Sequence[str], folder: Path) -> list[Looked]:
    network = Network(folder, len(KINDS), len(STATES))
    return [looked(network, values, one) for one in examples]


def _write(
    examples: Sequence[Example],
    values: Sequence[str],
    found: Sequence[Judged],
    data: str,
    into: Path,
) -> None:
    certainties = {claim: certainty(_of(found, claim), claim) for claim in Claim}
    about = {
        "data": data,
        "files": {path.name: files.digest(path) for path in sorted(into.glob("*.npz"))},
        "languages": sorted({one.language for one in examples}),
        "lines": len(examples),
        "values": values,
        "certainty": certainties,
    }
    text = json.dumps(about, indent=1)
    (into / files.ABOUT).write_text(f"{text}\n", encoding="utf-8")
    for claim in Claim:
        _say(told_of(_of(found, claim), claim, certainties[claim]))


def _of(found: Sequence[Judged], claim: Claim) -> list[Judged]:
    return [one for one in found if one.claim is claim]


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)  # noqa: T201 - a command


if __name__ == "__main__":
    sys.exit(main())
