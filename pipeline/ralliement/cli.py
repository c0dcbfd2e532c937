"""The command line: each command is one call into the API. Results on stdout, everything else on stderr."""

import errno
import logging
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from ralliement import __version__, schema
from ralliement.errors import InputError

# spaCy and pandas are imported inside the commands, so that --help answers at once

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from ralliement.tables import Tables

_FORMATS = ["csv", "jsonl", "parquet", "xlsx", "gexf"]
_OUT = click.argument("out", type=click.Path(path_type=Path))
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_JSON = click.option("--json", "as_json", is_flag=True, help="For programs: a JSON object a line, with all columns.")


class _Commands(click.Group):
    """Commands in the order of use, whose expected errors end as a message and exit code 1, never as a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except InputError as error:
            raise click.ClickException(str(error)) from error
        except BrokenPipeError:
            raise  # click ends quietly
        except OSError as error:
            advice = "free some space" if error.errno == errno.ENOSPC else "give a file or folder that can be used"
            place = f"{error.filename}: " if error.filename else ""
            raise click.ClickException(f"{place}{error.strerror or error}; {advice}") from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Who is in the alliance, who left, who refuses, who said what: from French press articles to tables."""
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)


def _own(command: "Callable[..., None]") -> "Callable[..., None]":
    """Options for an analyst's own names and alliances."""
    for option in (
        click.option("--names", type=_FILE, help="Your organisations: CSV of name, kind, aliases, ambiguous, note."),
        click.option("--alliances", type=_FILE, help="Your alliances: CSV of name, aliases (parted by |)."),
        click.option("--alliance", multiple=True, metavar="NAME", help="An alliance of yours, by its name."),
    ):
        command = option(command)
    return command


def _all_alliances(names: tuple[str, ...], path: Path | None) -> list[str | tuple[str, ...]]:
    from ralliement.own import read_alliances

    return [*names, *(read_alliances(path) if path else ())]


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Folder for the store and the tables.")
@click.option("--format", "formats", multiple=True, type=click.Choice(_FORMATS), help="Of the tables in OUT.")
@click.option("--text-column", metavar="NAME", help="Column of tables and JSON that holds the text.")
@_own
@click.option("--workers", default=1, show_default=True, type=click.IntRange(min=1), help="Number of processes.")
@click.option("--scheduler", metavar="ADDRESS", help="Use the Dask cluster whose scheduler is there.")
@click.option("--recompute", is_flag=True, help="Compute again what another version or lexicon left in OUT.")
@click.option("--prune", is_flag=True, help="Forget the articles of the folders given whose files are gone.")
@click.option("--fail-fast", is_flag=True, help="Stop at the first error.")
@click.option("--table", type=click.Choice(list(schema.BY_NAME)), help="Without -o: print this table only.")
def extract(
    paths: tuple[str, ...], out: Path | None, formats: tuple[str, ...], table: str | None, text_column: str | None,
    names: Path | None, alliances: Path | None, alliance: tuple[str, ...],
    workers: int, scheduler: str | None, recompute: bool, prune: bool, fail_fast: bool,
) -> None:  # fmt: skip
    """Extract tables from articles: files, folders, stdin (`-`).

    Reads text (with metadata.csv), HTML, TEI, CSV, JSON, JSON Lines, Europresse and Factiva exports in HTML, and zip
    archives of any of these, told by their content.

    With -o, writes OUT/ralliement.db and OUT/TABLE.FORMAT (csv if none is named), then prints who is in. What OUT
    holds already is not computed again. Without -o, prints the rows as JSON Lines with a "table" key.

    \b
      ralliement extract articles/ -o out
      ralliement extract article.txt --table quotes
      ralliement extract articles/ -o out --alliance "Table ronde"
    """
    from ralliement import batch, export, terminal
    from ralliement.progress import Progress

    if (formats and out is None) or (table and out is not None):
        raise click.UsageError("--format needs -o; --table goes without it")
    export.check(formats)
    with Progress(paths) as progress:
        tables = batch.extract(
            [Path(path) for path in paths], out, text_column=text_column,
            names=names, alliances=_all_alliances(alliance, alliances),
            workers=workers, scheduler=scheduler, recompute=recompute, prune=prune, fail_fast=fail_fast,
            report=progress,
        )  # fmt: skip
    if out is None:
        export.stream(tables, sys.stdout, [table] if table else list(schema.BY_NAME))
    else:
        export.write(tables, out, formats or ("csv",))
        click.echo(terminal.who(tables.who_is_in()))
    _finish(tables)


def _finish(tables: "Tables") -> None:
    """Say what went wrong; exit code 1 where there is no article."""
    for row in tables.rows("errors"):
        click.echo(f"{row['path']}: {row['error']}: {row['message']}", err=True)
    if next(tables.rows("articles"), None) is None:
        sys.exit(1)


def _print(frame: "pd.DataFrame", show: "Callable[[pd.DataFrame], str]", as_json: bool) -> None:
    if as_json:
        lines = frame.to_json(orient="records", lines=True, force_ascii=False)
        click.echo(lines if len(frame) else "", nl=False)
    else:
        click.echo(show(frame))


@main.command()
@_OUT
@click.argument("alliance", required=False)
@click.option("--on", metavar="DATE", help="The date asked for, YYYY-MM-DD; today if none is given.")
@_JSON
def who(out: Path, alliance: str | None, on: str | None, as_json: bool) -> None:
    """Print who is in: founders and members that have not left.

    In each alliance, or in ALLIANCE.

    \b
      ralliement who out "AI Alliance" --on 2024-03-01
    """
    from ralliement import terminal
    from ralliement.tables import Tables

    _print(Tables(out).who_is_in(alliance, on), terminal.who, as_json)


@main.command()
@_OUT
@click.argument("alliance", required=False)
@_JSON
def timeline(out: Path, alliance: str | None, as_json: bool) -> None:
    """Print who joined, left or refused, as it came.

    In each alliance, or in ALLIANCE.

    \b
      ralliement timeline out "AI Alliance"
    """
    from ralliement import terminal
    from ralliement.tables import Tables

    _print(Tables(out).timeline(alliance), terminal.timeline, as_json)


@main.command()
@_OUT
@click.option("--speaker", help="A speaker's name, or a part of it.")
@click.option("--about", help="An organisation or alliance named in the quote or its sentence.")
@_JSON
def quotes(out: Path, speaker: str | None, about: str | None, as_json: bool) -> None:
    """Print quotes with their speakers, and where they were read.

    \b
      ralliement quotes out --speaker "Nick Clegg"
    """
    from ralliement import terminal
    from ralliement.tables import Tables

    tables = Tables(out)
    show = partial(terminal.quotes, articles=tables.rows("articles"))
    _print(tables.find_quotes(speaker, about), show, as_json)


@main.command()
@_OUT
@click.option("-o", "--output", required=True, type=click.File("w", "utf-8", lazy=True), help="The page to write.")
def report(out: Path, output: TextIO) -> None:
    """Write one HTML page to look at, to send and to search.

    It says who is in, when, who says what; it holds all it needs and loads nothing from the network.

    \b
      ralliement report out -o report.html
    """
    from ralliement.report import render
    from ralliement.tables import Tables

    output.write(render(Tables(out)))


@main.command()
@_OUT
@click.option(
    "--format",
    "formats",
    multiple=True,
    default=["csv"],
    show_default=True,
    type=click.Choice(_FORMATS),
    help="Of the tables.",
)
@click.option("--to", "folder", type=click.Path(file_okay=False, path_type=Path), help="Folder; OUT if none is given.")
@click.option(
    "--csv-style",
    default="plain",
    show_default=True,
    type=click.Choice(["plain", "fr"]),
    help="fr: semicolons and the like, for Excel in French.",
)
@click.option("--no-text", is_flag=True, help="Leave the articles' bodies out.")
def export(out: Path, formats: tuple[str, ...], folder: Path | None, csv_style: str, no_text: bool) -> None:
    """Write the tables for spreadsheets, statistics, Gephi.

    csv, jsonl and parquet are a file a table; xlsx is one workbook, gexf one graph of organisations, alliances and
    people. Prints the files written.

    \b
      ralliement export out --format xlsx --no-text
      ralliement export out --csv-style fr --to tableur/
    """
    from ralliement.export import check, write
    from ralliement.tables import Tables

    check(formats)
    for path in write(Tables(out), folder or out, formats, csv_style=csv_style, text=not no_text):
        click.echo(path)


@main.command()
@_OUT
@click.option("--to", "target", type=click.Path(dir_okay=False, path_type=Path), help="The .xlsx or .csv to fill.")
@click.option("--from", "filled", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The filled one.")
@click.option(
    "--gold", type=click.Path(file_okay=False, path_type=Path), help="Write what was accepted as gold TEI there."
)
def review(out: Path, target: Path | None, filled: Path | None, gold: Path | None) -> None:
    """Write what to check, least sure first; apply what you say of it.

    Fill the column verdict with accept, reject, edit (and the new values in the new_ columns) or merge (new_who is
    its name everywhere). Verdicts last over later runs. Rows that do not fit change nothing and are told with their
    number and the reason; the exit code is then 1.

    \b
      ralliement review out --to review.xlsx
      ralliement review out --from review.xlsx --gold gold/
    """
    from ralliement import review
    from ralliement.tables import Tables

    if (target and filled) or not (target or filled or gold):
        raise click.UsageError("give --to FILE to write what to check, or --from FILE to apply it, --gold DIR or both")
    tables = Tables(out)
    if target is not None:
        lines = tables.to_check()
        review.write(target, lines)
        click.echo(f"{target}: {len(lines)} rows to check")
    refusals: list[review.Refusal] = []
    if filled is not None:
        heard, refusals = tables.judge(review.read(filled))
        click.echo(f"{heard} verdicts applied")
    for refusal in refusals:
        click.echo(f"{filled}, row {refusal.row}: {refusal.reason}", err=True)
    if gold is not None:
        for path in tables.write_gold(gold):
            click.echo(path)
        if left := {line["path"] for line in tables.to_check()}:
            click.echo(
                f"{len(left)} articles have rows left to check; their gold is partial until you judge these", err=True
            )
    if refusals:
        sys.exit(1)


@main.command()
@click.argument("path", metavar="FILE|-")
@_own
def show(path: str, names: Path | None, alliances: Path | None, alliance: tuple[str, ...]) -> None:
    """Print one article marked up: names, quotes, memberships.

    \b
      ralliement show article.txt
    """
    from ralliement import batch, terminal

    tables = batch.extract([Path(path)], names=names, alliances=_all_alliances(alliance, alliances))
    click.echo(terminal.marked_up(tables))
    _finish(tables)


@main.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--errors", is_flag=True, help="List what is missed (-) and invented (+).")
def evaluate(gold: tuple[Path, ...], errors: bool) -> None:
    """Print precision, recall and F1 on folders of gold articles.

    Gold is TEI; each folder is scored apart.

    \b
      ralliement evaluate corpora/gold/tuning --errors
    """
    from ralliement import batch, terminal
    from ralliement.evaluate import score

    for folder in gold:
        click.echo(terminal.score(folder.name, score(folder, batch.extract(folder)), errors))


@main.command()
def info() -> None:
    """Print versions, models, lexicons, and what is missing.

    \b
      ralliement info
    """
    from ralliement import about

    for name, fact in about.facts().items():
        click.echo(f"{name}: {fact}")
