"""The charts, as Vega-Lite specifications without their rows: the page fills in the named data sets.

So that one specification serves every alliance and every date the reader picks, and nothing is fetched. The page also
gives the height of those that have a line a name.
"""

from collections.abc import Mapping
from typing import Any

import altair as alt

Chart = alt.LayerChart | alt.FacetChart

FONT = "system-ui, sans-serif"
# readable on white as text, and apart for the colour-blind by lightness; each has a shape and a label beside it
COLOURS = {
    "founder": "#0b5d3b", "member": "#2a8f5f", "joining": "#1f5fa8", "candidate": "#6d4aa0", "former": "#b04a12",
    "non_member": "#a3243b", "rival": "#4a1626", "associate": "#6b6512", "supporter": "#52606d",
}  # fmt: skip
_NAMES = alt.ExprRef("containerSize()[0] < 500 ? 130 : 280")  # pixels
_DAY = alt.Axis(labelExpr="timeFormat(datum.value, date(datum.value) == 1 ? '%b %Y' : '%e %b %Y')")
_BAR = "M-0.8,-0.25H0.8V0.25H-0.8Z"
_STAR = "M0,-0.9L0.25,-0.25L0.9,0L0.25,0.25L0,0.9L-0.25,0.25L-0.9,0L-0.25,-0.25Z"
_SHAPES = ("diamond", "circle", "triangle-right", "square", "cross", _BAR, "triangle-down", _STAR, "triangle-up")


def specifications(labels: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """The charts by name; `labels` are the words for the statuses. Data sets: see each function."""
    charts = {"timeline": _timeline(labels), "sizes": _sizes(), "network": _network(labels), "voices": _voices()}
    return {name: chart.to_dict() for name, chart in charts.items()}


def _configured(chart: Chart) -> Chart:
    configured: Chart = (
        chart.properties(width="container", autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
        .configure(font=FONT, background="transparent", padding=12)
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=12, titleFontSize=12, labelColor="#333", gridColor="#e6e3dc", domainColor="#999")
        .configure_legend(
            orient="top", labelFontSize=12, title=None, symbolSize=90, columns=alt.ExprRef("width < 500 ? 2 : 9")
        )
    )
    return configured


def _status(labels: Mapping[str, str]) -> tuple[alt.Color, alt.Shape]:
    names = [labels[status] for status in COLOURS]
    return (
        alt.Color("label:N", scale=alt.Scale(domain=names, range=list(COLOURS.values()))),
        alt.Shape("label:N", scale=alt.Scale(domain=names, range=list(_SHAPES))),
    )


def _timeline(labels: Mapping[str, str]) -> Chart:
    """Stays in (`stays`: name, start, end) and changes (`changes`: name, date, label, told); `at` has one date."""
    colour, shape = _status(labels)
    row = alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=_NAMES, grid=True))
    time = alt.X("start:T", title=None, axis=_DAY)
    stays = alt.Chart(alt.NamedData("stays")).mark_bar(height=7, color="#a9d4bd", cornerRadius=3)
    changes = alt.Chart(alt.NamedData("changes")).mark_point(filled=True, size=95, opacity=1)
    tips = [alt.Tooltip("name:N", title="Organisation"), alt.Tooltip("label:N", title="Statut"),
            alt.Tooltip("told:N", title="Date")]  # fmt: skip
    at = alt.Chart(alt.NamedData("at")).mark_rule(strokeDash=[4, 3], color="#333")
    chart = alt.layer(
        stays.encode(x=time, x2="end:T", y=row),
        changes.encode(x=alt.X("date:T", title=None, axis=_DAY), y=row, color=colour, shape=shape, tooltip=tips),
        at.encode(x="date:T"),
    )
    return _configured(chart)


def _sizes() -> Chart:
    """Members counted (`counted`: date, n) and sizes claimed (`claimed`: date, n, text)."""
    counted = alt.Chart(alt.NamedData("counted")).mark_line(
        interpolate="step-after", color=COLOURS["member"], point={"color": COLOURS["member"]}
    )
    claimed = alt.Chart(alt.NamedData("claimed")).mark_point(filled=True, size=110, shape="diamond", color="#b04a12")
    words = alt.Chart(alt.NamedData("claimed")).mark_text(dy=-12, fontSize=12, color="#7a330c")
    x, y = alt.X("date:T", title=None, axis=_DAY), alt.Y("n:Q", title="membres", scale=alt.Scale(zero=True, nice=True))
    return _configured(
        alt.layer(
            counted.encode(x=x, y=y, tooltip=[alt.Tooltip("n:Q", title="comptés")]),
            claimed.encode(x=x, y=y, tooltip=[alt.Tooltip("text:N", title="annoncé")]),
            words.encode(x=x, y=y, text="short:N"),
        ).properties(height=230)
    )


def _network(labels: Mapping[str, str]) -> Chart:
    """Alliances left, organisations right (`nodes`: name, side, x, y), `links` (x, y, x2, y2, label, told, mine)."""
    colour, _ = _status(labels)
    # room for the names on both sides, less of it on a phone
    left_end, right_end = "min(220, 0.33 * width)", "(width - min(320, 0.45 * width))"
    ends = [alt.ExprRef(left_end), alt.ExprRef(right_end)]
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, 1], range=ends, nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[1.03, -0.03], nice=False), axis=None)
    nodes = alt.Chart(alt.NamedData("nodes"))
    left, right = (nodes.transform_filter(f"datum.side == {side}") for side in (0, 1))
    colour["legend"] = alt.Legend(symbolOpacity=1, symbolStrokeWidth=2)
    links = alt.Chart(alt.NamedData("links")).mark_rule(
        strokeWidth=alt.ExprRef("datum.mine ? 2 : 1"), opacity=alt.ExprRef("datum.mine ? 0.9 : 0.4")
    )
    return _configured(
        alt.layer(
            links.encode(x=x, y=y, x2="x2", y2="y2", color=colour, tooltip=[alt.Tooltip("told:N", title="Lien")]),
            nodes.mark_point(filled=True, opacity=1, size=70, color="#333").encode(x=x, y=y),
            left.mark_text(
                align="right", dx=-9, fontSize=13, fontWeight="bold", limit=alt.ExprRef(f"{left_end} - 9")
            ).encode(x=x, y=y, text="name:N"),
            right.mark_text(align="left", dx=9, fontSize=12, limit=alt.ExprRef(f"width - {right_end} - 9")).encode(
                x=x, y=y, text="name:N"
            ),
        )
    )


def _voices() -> Chart:
    """Quotes by speaker (`voices`: name, n, place)."""
    places = alt.Color(
        "place:N",
        scale=alt.Scale(domain=["dedans", "dehors", "inconnu"], range=["#2a8f5f", "#b04a12", "#8a8f98"]),
    )
    row = alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=_NAMES))
    bars = alt.Chart(alt.NamedData("voices")).encode(
        x=alt.X("n:Q", title="citations", axis=alt.Axis(tickMinStep=1)), y=row
    )
    return _configured(
        alt.layer(
            bars.mark_bar(height=13).encode(color=places),
            bars.mark_text(align="left", dx=4, fontSize=12).encode(text="n:Q"),
        )
    )
