"""JSON and JSON Lines: an object an article."""

import json
from collections.abc import Iterator

from ralliement.article import Article, ReadError
from ralliement.readers.columns import article_of, columns_of
from ralliement.readers.decode import decode, mark_of
from ralliement.readers.source import MAX_BYTES, RefusedError, Source


def read(source: Source) -> Iterator[Article | ReadError]:
    """The articles of a file of JSON Lines, or of one JSON document: an object, a list, or an object that holds one."""
    objects = _lines(source) if _is_lines(source) else _document(source)
    for number, found in enumerate(objects, 1):
        if isinstance(found, ReadError):
            yield found
        elif not isinstance(found, dict):
            yield source.error("no article", "not a JSON object; an article is one, with its text", number)
        else:
            try:
                yield article_of(found, columns_of(found, source.text_column), source.name, number)
            except RefusedError as error:
                yield source.error(error.error, str(error), number)


def _is_lines(source: Source) -> bool:
    """Whether the first line is an object by itself, and not the last."""
    with source.open() as file:
        first = file.readline(MAX_BYTES)
        if not file.read(1) and not source.name.lower().endswith(("jsonl", "ndjson")):
            return False
    try:
        return isinstance(json.loads(first.removeprefix(mark_of(first)[0])), dict)
    except ValueError:
        return source.name.lower().endswith(("jsonl", "ndjson"))


def _lines(source: Source) -> Iterator[object]:
    with source.open() as file:
        number = 0
        while line := file.readline(MAX_BYTES):
            number += 1
            if len(line) == MAX_BYTES:
                raise RefusedError("too large", f"line {number} is over {MAX_BYTES // 1_000_000} MB; split it")
            if line.strip():
                try:
                    yield json.loads(decode(line))
                except ValueError as error:
                    yield source.error("broken JSON", f"{error}; write one object a line", number)
                except RecursionError:
                    yield source.error("broken JSON", "nested too deep; write one flat object a line", number)


def _document(source: Source) -> Iterator[object]:
    try:
        document = json.loads(decode(source.read()))
    except RefusedError:
        raise
    except ValueError as error:
        raise RefusedError("broken JSON", f"{error}; check the file, or write JSON Lines") from error
    except RecursionError as error:
        raise RefusedError("broken JSON", "nested too deep; write a list of flat objects") from error
    if isinstance(document, dict):
        held = [value for value in document.values() if isinstance(value, list) and value and _all_objects(value)]
        document = held[0] if len(held) == 1 and not _is_article(document, source) else [document]
    yield from document if isinstance(document, list) else [document]


def _is_article(document: dict[str, object], source: Source) -> bool:
    try:
        return bool(columns_of(document, source.text_column))
    except RefusedError:
        return False


def _all_objects(values: list[object]) -> bool:
    return all(isinstance(value, dict) for value in values)
