"""The page, as who gets it by mail uses it: in a browser, from a file, without network."""

import random
import shutil
import time

import pytest
import toy
from click.testing import CliRunner

from ralliement import Article, Tables, extract
from ralliement.cli import main
from ralliement.errors import InputError
from ralliement.report import data, render
from ralliement.store import Store

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
HOSTILE = (
    "Ormel rejoint Ligue. </script><script>document.title = 'pris'</script><img src=x onerror=alert(1)> <b>gras</b>"
)
STORY = [
    Article("1.txt", "Altéo fonde Ligue. Brunel fonde Ligue.", "La Ligue naît", published="2024-01-10"),
    Article("2.txt", "Un 😀 puis Calder rejoint Ligue. « Entrez », dit Altéo.", "Un de plus", published="2024-03-05"),
    Article(
        "3.txt", "Brunel quitte Ligue. Dorval refuse Ligue. « Assez », dit Brunel.", "Départ", published="2024-09-01"
    ),
    Article("4.txt", HOSTILE, "Titre <script>", published="2024-09-02"),
    Article("5.txt", "Calder fonde Cercle. Brunel rejoint Cercle.", "Un autre cercle", published="2024-10-01"),
]


@pytest.fixture(scope="module")
def tables():
    return extract(STORY, nlp=toy.load())


@pytest.fixture(scope="module")
def chromium():
    if CHROMIUM is None:
        pytest.skip("no chromium here")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def path(tables, tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "page.html"
    path.write_text(render(tables), encoding="utf-8")
    return path


@pytest.fixture
def visit(chromium):
    """Open pages; at the end, none of them may have complained or asked for anything but itself."""
    contexts, complaints = [], []

    def open_(path, width=1280):
        context = chromium.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5_000)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda request: request.url != path.as_uri() and complaints.append(request.url[:80]))
        page.goto(path.as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()
    assert [complaint for complaint in complaints if not complaint.startswith("data:")] == []


def names(page, status):
    return page.locator(f"#group-{status} .name b").all_inner_texts()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_first_screen_says_who_is_in(visit, path, width):
    page = visit(path, width)
    assert page.locator("#who-title").inner_text() == "Ligue"
    assert "Au 1er octobre 2024" in page.locator("#answer").inner_text()
    assert (names(page, "founder"), names(page, "member")) == (["Altéo"], ["Calder", "Ormel"])
    assert (names(page, "former"), names(page, "non_member")) == (["Brunel"], ["Dorval"])
    assert page.locator("#group-member .name").last.bounding_box()["y"] < 900
    assert page.evaluate("document.documentElement.scrollWidth") == width  # nothing sticks out


def test_another_date_gives_another_answer(visit, path):
    page = visit(path)
    page.fill("#day", "2024-03-05")
    page.locator("#day").blur()
    assert "Au 5 mars 2024" in page.locator("#answer").inner_text()
    assert (names(page, "founder"), names(page, "member")) == (["Altéo", "Brunel"], ["Calder"])
    assert names(page, "former") == []
    page.locator("#slider").focus()
    page.keyboard.press("Home")
    assert names(page, "member") == []
    page.get_by_role("button", name="dernier article").click()
    assert names(page, "former") == ["Brunel"]


def test_another_alliance_is_one_click_away(visit, path):
    page = visit(path)
    page.get_by_role("button", name="Cercle 2 membres").click()
    assert (names(page, "founder"), names(page, "member")) == (["Calder"], ["Brunel"])


def test_a_name_leads_to_the_words_that_say_so(visit, path):
    page = visit(path)
    page.get_by_role("button", name="Calder depuis").click()
    assert page.locator("#reader blockquote").inner_text() == "Calder rejoint Ligue"
    page.get_by_role("button", name="Lire l’article").click()
    # offsets survive a character outside the basic plane
    assert page.locator("#reader .text mark").inner_text() == "Calder rejoint Ligue"
    assert "Un 😀 puis" in page.locator("#reader .text").inner_text()


def test_keyboard_alone_opens_and_closes_evidence(visit, path):
    page = visit(path)
    page.locator("#group-former .name").focus()
    page.keyboard.press("Enter")
    assert "Brunel quitte Ligue" in page.locator("#reader").inner_text()
    page.keyboard.press("Escape")
    assert not page.locator("#reader").is_visible()
    assert page.evaluate("document.activeElement.innerText").startswith("Brunel")
    page.locator("#table-timeline tbody tr").last.focus()
    page.keyboard.press("Enter")
    assert "Ormel rejoint Ligue" in page.locator("#reader").inner_text()


# the least contrast of a text with what lies behind it, as WCAG 2 counts, and that text
CONTRAST = """() => {
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const behind = (element) => {
    const colour = element ? numbers(getComputedStyle(element).backgroundColor) : [255, 255, 255];
    return colour.length === 4 && colour[3] === 0 ? behind(element.parentElement) : colour.slice(0, 3);
  };
  const texts = [...document.querySelectorAll("body *")].filter((element) => element.checkVisibility()
    && !element.closest("svg") && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  return texts.map((element) => {
    const pair = [numbers(getComputedStyle(element).color).slice(0, 3), behind(element)].map(luminance);
    return [(Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05), element.textContent.trim().slice(0, 40)];
  }).sort((a, b) => a[0] - b[0])[0];
}"""


def test_all_words_stand_out_from_what_is_behind_them(visit, path):
    page = visit(path)
    assert page.evaluate(CONTRAST)[0] >= 4.5, page.evaluate(CONTRAST)
    page.locator("#group-former .name").click()
    page.get_by_role("button", name="Lire l’article").first.click()
    assert page.evaluate(CONTRAST)[0] >= 4.5, page.evaluate(CONTRAST)


def test_what_an_article_holds_stays_text(visit, path):
    page = visit(path)
    page.get_by_role("button", name="Ormel depuis").click()
    page.get_by_role("button", name="Lire l’article").click()
    assert page.locator("#reader .text").inner_text() == HOSTILE
    assert page.locator("#reader h2").inner_text() == "Titre <script>"
    assert page.title() == "Qui est dans l’alliance ?"


def test_quotes_are_found_by_words_and_by_speaker_and_copied(visit, path):
    page = visit(path)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    said = page.locator("#results blockquote")
    assert said.count() == 2
    page.fill("#words", "ENTREZ")
    assert said.all_inner_texts() == ["« Entrez »"]
    page.fill("#words", "")
    page.fill("#speaker", "brunel")
    assert said.all_inner_texts() == ["« Assez »"]
    page.locator("#search").get_by_role("button", name="Copier").click()
    page.locator("#search").get_by_role("button", name="Copié").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert copied[1:] == ["Brunel\t« Assez »\tcitation directe\t\t2024-09-01\tDépart"]
    page.locator("#results button").click()
    assert page.locator("#reader .text mark").inner_text() == "« Assez »"


def test_a_table_filters_sorts_and_copies(visit, path):
    page = visit(path)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    table, cells = page.locator("#table-organizations"), page.locator("#table-organizations tbody td:first-child")
    table.get_by_role("button", name="Organisation").click()
    assert cells.all_inner_texts() == ["Altéo", "Brunel", "Calder", "Dorval", "Ormel"]
    table.get_by_role("button", name="Organisation").click()
    assert cells.all_inner_texts()[0] == "Ormel"
    table.get_by_label("Filtrer le tableau").fill("membre")
    assert cells.all_inner_texts() == ["Ormel", "Calder"]
    assert "2 sur" in table.inner_text()
    table.get_by_role("button", name="Copier").click()
    table.get_by_role("button", name="Copié").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").splitlines()[1].split("\t")[:3] == [
        "Ormel",
        "autre",
        "membre",
    ]


def test_charts_are_drawn(visit, path):
    page = visit(path)
    for name in ("timeline", "sizes", "network", "voices"):
        page.locator(f"#chart-{name}").scroll_into_view_if_needed()
        page.locator(f"#chart-{name} svg").wait_for()
    assert "Calder" in page.locator("#chart-network").inner_text()


def test_a_copy_is_counted_and_not_shown():
    text = "Altéo fonde Ligue. « Entrez donc, la porte est ouverte et la soupe est chaude pour tous », dit Altéo. " * 3
    found = data.page_data(extract([Article("a", text), Article("b", text)], nlp=toy.load()))
    assert (found["corpus"]["articles"], found["corpus"]["duplicates"]) == (2, 1)
    assert (len(found["quotes"]), len(found["articles"])) == (3, 1)


TOLD = [
    ("2024-01-10", "Altéo fonde Ligue. Brunel rejoint Ligue. Calder refuse Ligue."),
    ("2024-02-10", "Brunel rejoint Ligue. Calder rejoint Ligue."),
    ("2024-02-10", "Brunel quitte Ligue. Calder refuse Ligue."),
    ("2024-03-10", "Brunel quitte Ligue. Brunel rejoint Cercle. Dorval rejoint Ligue."),
    ("2024-04-10", "Brunel rejoint Ligue. Altéo quitte Ligue. Dorval rejoint Ligue."),
    (None, "Altéo fonde Ligue. Esquel rejoint Ligue. Calder quitte Ligue. Esquel refuse Cercle."),
]


def test_on_every_date_the_page_says_what_the_tables_say():
    tables = extract([Article(f"{i}", text, published=date) for i, (date, text) in enumerate(TOLD)], nlp=toy.load())
    alliances = data.page_data(tables)["alliances"]
    for day in ("2023-12-31", "2024-01-10", "2024-02-09", "2024-02-10", "2024-03-10", "2024-04-10", "2025-01-01"):
        shown = {
            (alliance["id"], organization["id"], state["status"], state["since"])
            for alliance in alliances
            for organization in alliance["organizations"]
            for state in [s for s in organization["states"] if s["from"] <= day][-1:]
            if state["status"] in ("founder", "member")
        }
        rows = tables.who_is_in(on=day).to_dict("records")
        assert shown == {
            (
                row["alliance_id"],
                row["organization_id"],
                row["status"],
                row["since"] if row["since"] == row["since"] else None,
            )
            for row in rows
        }


def test_the_same_tables_give_the_same_page(tables, path):
    assert render(tables) == path.read_text(encoding="utf-8")


def test_articles_without_an_alliance_give_a_page_of_quotes(visit, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(render(extract(["« Oui », dit Altéo."], nlp=toy.load())), encoding="utf-8")
    page = visit(path)
    assert "Aucune alliance" in page.locator("#answer").inner_text()
    assert page.locator("#results blockquote").inner_text() == "« Oui »"


def test_missing_packages_are_named(tables, monkeypatch):
    monkeypatch.setattr("ralliement.extras.find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"pip install 'ralliement\[report\]'"):
        render(tables)


def test_the_command_writes_the_page(tmp_path):
    extract(STORY[:1], tmp_path / "out", nlp=toy.load())
    done = CliRunner().invoke(main, ["report", str(tmp_path / "out"), "-o", str(tmp_path / "page.html")])
    assert (done.exit_code, done.output) == (0, "")
    assert "Altéo fonde Ligue" in (tmp_path / "page.html").read_text(encoding="utf-8")
    done = CliRunner().invoke(main, ["report", str(tmp_path / "out"), "-o", str(tmp_path / "none" / "page.html")])
    assert done.exit_code == 1
    assert done.output.startswith("Error: Could not open file")


# --- many articles --------------------------------------------------------------------------------------------------


WORDS = [f"{a}{b}{c}é" for a in "blmnrst" for b in ("ou", "i", "a", "eau") for c in ("d", "gn", "lt", "mp", "pr", "v")]


def generated(n):
    """A store of `n` articles, each with two memberships, a claim and two quotes."""
    store = Store()
    run = store.start_run({"version": "0", "model": "", "options": "", "lexicons": "", "started": ""})
    store.put(run, (("", _rows(i)) for i in range(n)))
    store.consolidate(run)
    return Tables(store)


def _rows(i):
    id_ = f"{i:016x}"
    words = random.Random(i).choices(WORDS, k=120)  # articles unlike each other, or they count as copies
    text = f"Article {i}. Firme{i % 700} rejoint Ligue{i % 60}. {' '.join(words)}"
    at = {"article_id": id_, "start": 12, "end": 30, "rule": "made", "text": text[12:30]}
    membership = {name: at[name] for name in ("article_id", "start", "end", "rule")} | {
        "alliance_id": "e2", "status": ("member", "candidate", "former")[i % 3], "certainty": "asserted", "date": None,
        "evidence": text[12:30], "cue": "", "speaker_id": None, "confidence": 0.9,
    }  # fmt: skip
    quote = at | {
        "quote_id": id_, "kind": "direct", "speaker_id": "e1", "speaker_type": "organization", "speaker_text": "elle",
        "speaker_start": 12, "speaker_end": 17, "speaker_organization_id": None, "cue": "dit", "sentence": text[:40],
        "about": ["e2"], "confidence": 0.9,
    }  # fmt: skip
    return {
        "articles": [{
            "article_id": id_, "path": f"{i}.txt", "title": f"Article {i}", "author": None, "publisher": "Le Cap",
            "published": f"{2000 + i % 25}-{1 + i % 12:02}-{1 + i % 28:02}", "words": 120, "text": text,
        }],
        "entities": [
            {"article_id": id_, "entity": key, "label": "ORG", "name": name, "aliases": [], "kind": None, "role": None,
             "affiliation": None}
            for key, name in (("e1", f"Firme{i % 700}"), ("e2", f"Ligue{i % 60}"), ("e3", f"Firme{i % 31}"))
        ],
        "mentions": [],
        "memberships": [membership | {"organization_id": key} for key in ("e1", "e3")],
        "claims": [at | {"alliance_id": "e2", "n": i % 50, "qualifier": "about", "unit": ""}],
        "quotes": [quote, quote],
    }  # fmt: skip


def test_ten_thousand_articles_open_in_three_seconds_and_say_what_is_left_out(visit, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(render(generated(10_000)), encoding="utf-8")
    assert path.stat().st_size < 3 * data.CHARACTERS
    start = time.perf_counter()
    page = visit(path)
    page.locator("#groups .name").first.wait_for()
    assert time.perf_counter() - start < 3
    limits = page.locator("#limits").inner_text().replace("\u202f", " ").replace("\u00a0", " ")
    assert "13 alliances moins citées ne sont pas montrées" in limits
    assert "17 000 citations ne sont pas dans la page" in limits
    assert "sans leur texte entier" in limits
    page.locator("#groups .name").first.click()
    assert "Firme" in page.locator("#reader blockquote").first.inner_text()
