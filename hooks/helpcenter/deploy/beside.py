"""What a finished site has beside its pages and that is made of the model alone: rules as data, pages as Markdown."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import product

from ..loading.settings import Settings
from ..model.site import Site
from . import files, notices
from .offline import worker
from .plain_pages import PlainPages


def of_model(site: Site, settings: Settings) -> Mapping[str, Callable[[], str]]:
    """Return what makes the text of each file, by its name below the site's root."""
    plain = {language: PlainPages(site, language, settings) for language in site.languages}
    return {
        "sitemap.xml": partial(files.sitemap, site, settings),
        "robots.txt": partial(files.robots, settings),
        "llms.txt": partial(files.llms, site, settings),
        "gateways.json": partial(files.gateways_json, site, settings),
        "gateways.schema.json": files.gateways_schema,
        notices.NAME: notices.notices,
        "sw.js": partial(worker, offline=settings.offline),
        **{
            f"{site.address(key, language)}index.md": partial(plain[language].page, key)
            for language, key in product(site.languages, files.public_keys(site))
        },
    }
