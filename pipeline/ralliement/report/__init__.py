"""The report: one HTML page that holds all it needs, from tables."""

import base64
import hashlib
import json
from functools import cache
from pathlib import Path
from string import Template

from ralliement import extras
from ralliement.report.data import page_data
from ralliement.tables import Tables

_HERE = Path(__file__).parent


def render(tables: Tables) -> str:
    """The page as one string, UTF-8: opens without network, from any place. The same tables give the same page.

    Raises `InputError`, with what to install, where the packages that draw the charts are missing.
    """
    extras.require("report", "the report")
    from ralliement.report import charts  # altair is an extra, and slow to import

    data = page_data(tables)
    script = (_HERE / "page.js").read_text(encoding="utf-8")
    libraries = _libraries()
    return Template((_HERE / "page.html").read_text(encoding="utf-8")).substitute(
        style=(_HERE / "page.css").read_text(encoding="utf-8"),
        data=_json(data),
        charts=_json(charts.specifications(data["labels"]["status"])),
        libraries=libraries,
        script=script,
        scripts=f"{_hash(libraries)} {_hash(script)}",  # nothing but these two may run, whatever an article holds
    )


def _json(value: object) -> str:
    """JSON that cannot end the script element it stands in."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


@cache
def _libraries() -> str:
    """Vega, as one script that leaves but `vegaEmbed` behind."""
    import vl_convert

    bundle: str = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
    return f"(() => {{{bundle}}})();"
