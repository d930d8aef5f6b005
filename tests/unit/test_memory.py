"""What was worked out of a site is worked out again when something that it asked for is another one, and only then."""

from pathlib import Path

import pytest
from support import load_site, replace, specimen

from helpcenter.model.memory import lasting, remembered
from helpcenter.model.site import Site

worked_out: list[str] = []


@lasting
def name_of(site: Site, gateway: str) -> str:
    worked_out.append(f"name {gateway}")
    return str(site.gateways[gateway].file.name)


@lasting
def greeting(site: Site, gateway: str) -> str:
    worked_out.append(f"greeting {gateway}")
    return f"Hello {name_of(site, gateway)}"


@lasting
def has(site: Site, gateway: str) -> bool:
    worked_out.append(f"has {gateway}")
    return gateway in site.gateways


@lasting
def ids(site: Site) -> tuple[str, ...]:
    worked_out.append("ids")
    return tuple(site.gateways)


@remembered
def language_count(site: Site) -> int:
    worked_out.append("languages")
    return len(site.languages)


class Later:
    """Asks the site only when it is asked itself."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def name(self) -> str:
        return str(self._site.gateways["acme-pay"].file.name)


@lasting
def later(site: Site) -> Later:
    return Later(site)


@lasting
def told_later(site: Site) -> str:
    return later(site).name()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    worked_out.clear()
    return specimen(tmp_path)


def asked(site: Site) -> list[str]:
    """Ask for everything, and return what had to be worked out for it."""
    worked_out.clear()
    greeting(site, "acme-pay")
    greeting(site, "demo-pay")
    has(site, "acme-pay")
    has(site, "new-pay")
    ids(site)
    language_count(site)
    return sorted(worked_out)


def test_only_what_asked_for_something_that_changed_is_worked_out_again(project: Path) -> None:
    site = load_site(project)
    assert len(asked(site)) == 8
    assert asked(site) == []
    same = load_site(project).after(site)
    assert asked(same) == ["languages"]  # what is merely remembered goes with its site
    replace(project, "gateways/acme-pay/rules.yml", "name: Acme Pay", "name: Acme Pays")
    renamed = load_site(project).after(same)
    assert asked(renamed) == ["greeting acme-pay", "languages", "name acme-pay"]
    path = project / "docs" / "gateways" / "acme-pay" / "rules.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n# A remark.\n", encoding="utf-8")
    edited = load_site(project).after(renamed)
    assert asked(edited) == ["languages", "name acme-pay"]  # the name is the same, so its greeting is


def test_a_new_item_is_noticed_by_those_that_asked_whether_it_is_there_and_for_all(project: Path) -> None:
    site = load_site(project)
    asked(site)
    folder = project / "docs" / "gateways" / "new-pay"
    (folder.parent / "demo-pay").rename(folder)
    replace(project, "gateways/new-pay/rules.yml", "gateway: demo-pay", "gateway: new-pay")
    moved = load_site(project).after(site)
    worked_out.clear()
    assert has(moved, "new-pay")
    assert has(moved, "acme-pay")
    assert ids(moved) == ("acme-pay", "new-pay")
    assert worked_out == ["has new-pay", "ids"]


def test_what_is_asked_for_later_counts_too(project: Path) -> None:
    site = load_site(project)
    assert told_later(site) == "Acme Pay"
    replace(project, "gateways/acme-pay/rules.yml", "name: Acme Pay", "name: Acme Pays")
    assert told_later(load_site(project).after(site)) == "Acme Pays"


def test_a_text_that_moved_is_another_one(project: Path) -> None:
    site = load_site(project)
    path = project / "docs" / "gateways" / "acme-pay" / "rules.yml"
    path.write_text(f"\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    moved = load_site(project).after(site)
    assert moved.gateways["acme-pay"].file.name.at().line == 1 + int(site.gateways["acme-pay"].file.name.at().line)
