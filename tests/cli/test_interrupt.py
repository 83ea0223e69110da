"""Ctrl-C at any moment: exit code 130 and not a word."""

from __future__ import annotations

import pytest

from tests.cli.process import python
from tests.system import SIGNALS

pytestmark = SIGNALS

# A process that gets Ctrl-C while it looks for a module: the moments of starting that a person can hit.
WHILE_LOADING = """
import os, signal, sys

awaited = sys.argv[1]

class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == awaited:
            os.kill(os.getpid(), signal.SIGINT)
        return None

sys.meta_path.insert(0, Interrupt())
from woonplan.__main__ import main
sys.argv = ["woonplan", "check", "data"]
main()
"""


@pytest.mark.parametrize(
    "module",
    [
        "woonplan.cli.interrupt",
        "woonplan.cli.run",
        "typer",
        "woonplan.cli.app",
        "woonplan.cli.commands.check",
        "woonplan.cli.checking",
        "yaml",
        "pydantic",
    ],
)
def test_while_a_module_is_loaded(module: str) -> None:
    done = python(WHILE_LOADING, module)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


AFTER = """
import os, signal, sys
from woonplan import __main__
leave = __main__._leave
__main__._leave = lambda code: (os.kill(os.getpid(), signal.SIGINT), leave(code))
sys.argv = ["woonplan", "schema", "plannen"]
__main__.main()
"""


def test_after_the_work() -> None:
    done = python(AFTER)
    assert (done.returncode, done.stderr) == (130, b"")
    assert done.stdout.endswith(b"}\n")


WORKING = """
import os, signal, sys
import woonplan.cli.session as session
from woonplan.__main__ import main

def load(*_args):
    try:
        os.kill(os.getpid(), signal.SIGINT)
        while True:
            pass
    finally:
        sys.stderr.write("opgeruimd")

session.load = load
sys.argv = ["woonplan", "gap"]
main()
"""


def test_what_has_to_be_put_in_order_is() -> None:
    done = python(WORKING)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"opgeruimd")


def test_a_process_that_ignores_it_goes_on() -> None:
    code = WHILE_LOADING.replace('"check", "data"', '"--help"')
    ignoring = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    done = python(ignoring + code, "typer")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"Usage: woonplan")
