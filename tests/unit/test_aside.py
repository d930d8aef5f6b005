"""Work that another process does meanwhile."""

import os

from helpcenter.deploy.aside import Aside


def test_what_another_process_returns_is_the_result() -> None:
    seen = {"here": os.getpid()}
    aside = Aside(lambda: (seen["here"], os.getpid()))
    here, there = aside.result
    assert here == os.getpid() != there
    assert aside.is_done()
