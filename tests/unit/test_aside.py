"""Work that another process does meanwhile."""

import os

import pytest

from helpcenter.deploy.aside import Aside


def test_what_another_process_returns_is_the_result() -> None:
    seen = {"here": os.getpid()}
    aside = Aside(lambda: (seen["here"], os.getpid()))
    here, there = aside.result
    assert here == os.getpid() != there
    assert aside.is_done()


def refuse() -> None:
    raise OSError("full")


def test_what_goes_wrong_there_is_raised_here_whenever_the_result_is_asked_for() -> None:
    aside = Aside(refuse)
    for _ in range(2):
        with pytest.raises(OSError, match="full"):
            _ = aside.result
